package org.posthouse.intercept;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.posthouse.imap.token.Message;

/** What becomes of a response. A value: the engine acts on it, once. */
public sealed interface ResponseVerdict permits ResponseVerdict.Decided, ResponseVerdict.Defer {

    /** The response goes on, byte for byte. */
    static Decided pass() {
        return Pass.PASS;
    }

    /** The changed response goes on in its place, to the interceptors before this one and to the client. */
    static Rewrite rewrite(Message changed) {
        return new Rewrite(changed);
    }

    /**
     * The client doesn't get it, literals and all. Invalid for EXPUNGE, EXISTS, RECENT, VANISHED, BYE, CAPABILITY, for a
     * tagged result, a continuation request and a FETCH that answers no FETCH or STORE: sequence numbers and dialogue
     * would go out of step.
     */
    static Decided drop() {
        return Drop.DROP;
    }

    /** The session ends with a BYE; the response goes nowhere. */
    static Close close(String reason) {
        return new Close(reason, Optional.empty());
    }

    /** The server's direction waits, in order, until the stage completes; as {@link CommandVerdict#defer}. */
    static Defer defer(CompletionStage<? extends Decided> later) {
        return new Defer(later);
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per verdict. */
    interface Cases<R> extends Decided.Cases<R> {
        /** {@link ResponseVerdict#defer}. */
        R defer(Defer verdict);
    }

    /** A verdict that waits for nothing: what a {@link Defer} may carry. */
    sealed interface Decided extends ResponseVerdict permits Pass, Rewrite, Drop, Close {

        /** Calls the one case that applies. */
        <R> R decide(Cases<R> cases);

        @Override
        default <R> R match(ResponseVerdict.Cases<R> cases) {
            return decide(cases);
        }

        /** One method per verdict. */
        interface Cases<R> {
            /** {@link ResponseVerdict#pass()}. */
            R pass();

            /** {@link ResponseVerdict#rewrite}. */
            R rewrite(Rewrite verdict);

            /** {@link ResponseVerdict#drop()}. */
            R drop();

            /** {@link ResponseVerdict#close}. */
            R close(Close verdict);
        }
    }

    /** The response goes on, byte for byte. A constant: the common path allocates nothing. */
    enum Pass implements Decided {
        /** The one value. */
        PASS;

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.pass();
        }
    }

    /** {@link ResponseVerdict#drop()}. */
    enum Drop implements Decided {
        /** The one value. */
        DROP;

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.drop();
        }
    }

    /**
     * Another response, or the same said differently.
     *
     * @param message a response of the same kind: a tagged result for a tagged result with the same tag, and so on. As
     *     complete as what was shown, as with {@link CommandVerdict.Rewrite}
     */
    record Rewrite(Message message) implements Decided {

        /** Only a response can stand for a response. */
        public Rewrite {
            if (Objects.requireNonNull(message).kind() != Message.Kind.RESPONSE) {
                throw new IllegalArgumentException("not a response");
            }
        }

        @Override
        public <R> R decide(Decided.Cases<R> cases) {
            return cases.rewrite(this);
        }
    }

    /**
     * {@link ResponseVerdict#close}.
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
     * {@link ResponseVerdict#defer}.
     *
     * @param later completes with the verdict; exceptionally is a failure of the interceptor
     */
    record Defer(CompletionStage<? extends Decided> later) implements ResponseVerdict {

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
