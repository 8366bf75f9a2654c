package org.posthouse.intercept;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.token.Message;

/** What becomes of a command. A value: the engine acts on it, once. */
public sealed interface CommandVerdict permits CommandVerdict.Decided, CommandVerdict.Defer {

    /** The command goes on, byte for byte. */
    static Decided pass() {
        return Pass.PASS;
    }

    /** The changed command goes on in its place, to the next interceptor and to the server; the tag stays. */
    static Rewrite rewrite(Message changed) {
        return new Rewrite(changed, false);
    }

    /** The client gets this tagged result, the server nothing. */
    static Reply reply(Reply reply) {
        return reply;
    }

    /** The client gets {@code tag NO text}, the server nothing. */
    static Reply no(String text) {
        return Reply.no(text);
    }

    /** The session ends with a BYE at the next boundary; the command goes nowhere. */
    static Close close(String reason) {
        return new Close(reason, Optional.empty());
    }

    /** At a literal that the server has not been sent yet: nothing more goes upstream, both legs end. */
    static Abort abort(String reason) {
        return new Abort(reason);
    }

    /**
     * The client's direction waits, in order, until the stage completes; the other goes on. Completed on whatever thread,
     * late, twice or never: the engine acts on the first completion within the deferral time-out, on the session's loop.
     */
    static Defer defer(CompletionStage<? extends Decided> later) {
        return new Defer(later);
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per verdict. */
    interface Cases<R> extends Decided.Cases<R> {
        /** {@link CommandVerdict#defer}. */
        R defer(Defer verdict);
    }

    /** A verdict that waits for nothing: what a {@link Defer} may carry. */
    sealed interface Decided extends CommandVerdict permits Pass, Rewrite, Reply, Close, Abort {

        /** Calls the one case that applies. */
        <R> R decide(Cases<R> cases);

        @Override
        default <R> R match(CommandVerdict.Cases<R> cases) {
            return decide(cases);
        }

        /** One method per verdict. */
        interface Cases<R> {
            /** {@link CommandVerdict#pass()}. */
            R pass();

            /** {@link CommandVerdict#rewrite}. */
            R rewrite(Rewrite verdict);

            /** {@link CommandVerdict#reply}. */
            R reply(Reply verdict);

            /** {@link CommandVerdict#close}. */
            R close(Close verdict);

            /** {@link CommandVerdict#abort}. */
            R abort(Abort verdict);
        }
    }

    /** The command goes on, byte for byte. A constant: the common path allocates nothing. */
    enum Pass implements Decided {
        /** The one value. */
        PASS;

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.pass();
        }
    }

    /**
     * Another command, or the same said differently.
     *
     * @param message a command with the tag of the one that was shown. It must be as complete as that: where a literal
     *     streams, it ends with that literal's announcement, of the same length unless {@link Literals#resize} was asked
     *     for
     * @param awaitsResult whether the interceptor has to see the tagged result of it: on leaving, the engine waits for
     *     that (at most 2 s)
     */
    record Rewrite(Message message, boolean awaitsResult) implements Decided {

        /** Only a command can stand for a command. */
        public Rewrite {
            if (Objects.requireNonNull(message).kind() != Message.Kind.COMMAND) {
                throw new IllegalArgumentException("not a command");
            }
        }

        /** The same, and the result of it must be seen. */
        public Rewrite awaitResult() {
            return new Rewrite(message, true);
        }

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.rewrite(this);
        }
    }

    /**
     * {@link CommandVerdict#close}.
     *
     * @param reason for the BYE and for logs; no secret
     * @param code response code of the BYE
     */
    record Close(String reason, Optional<String> code) implements Decided {

        /** A line's worth of text, no brackets in the code. */
        public Close {
            Reply.checkText(reason);
            code.ifPresent(Reply::checkCode);
        }

        /** The same with a response code for the BYE, such as {@code TOOBIG}, without brackets. */
        public Close code(String newCode) {
            return new Close(reason, Optional.of(newCode));
        }

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.close(this);
        }
    }

    /**
     * {@link CommandVerdict#abort}.
     *
     * @param reason for the BYE and for logs; no secret
     */
    record Abort(String reason) implements Decided {

        /** A line's worth of text. */
        public Abort {
            Reply.checkText(reason);
        }

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.abort(this);
        }
    }

    /**
     * {@link CommandVerdict#defer}.
     *
     * @param later completes with the verdict; exceptionally is a failure of the interceptor
     */
    record Defer(CompletionStage<? extends Decided> later) implements CommandVerdict {

        /** There must be something to wait for. */
        public Defer {
            Objects.requireNonNull(later);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.defer(this);
        }
    }
}
