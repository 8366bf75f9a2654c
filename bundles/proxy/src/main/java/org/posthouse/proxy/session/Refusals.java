package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.Refusal;

/**
 * What the proxy answers itself. A reply waits until every earlier command has its result, the client being held
 * meanwhile, so that replies come in command order.
 */
final class Refusals {

    private static final int MOST_DISCARDED = 1024 * 1024;
    private static final Runnable ANSWERED = () -> {};

    private final Session session;
    private final Gate gate;
    private final CommandPass pass;
    private final Patience patience = new Patience();
    private Optional<Runnable> whenIdle = Optional.empty();
    private Optional<Runnable> afterDiscard = Optional.empty();
    private int discarded;
    private int stray;
    private boolean loneDone;

    Refusals(Session session, Gate gate, CommandPass pass) {
        this.session = session;
        this.gate = gate;
        this.pass = pass;
    }

    /** STARTTLS is ours to answer. */
    void startTls(OpenExchange exchange) {
        defer(() -> {
            ClientStartTls.begin(session, exchange.tag(), pass.held());
            session.over(exchange);
        });
    }

    /** Answered in place of the server; a client that goes on with what can't pass the proxy loses our patience. */
    void policy(OpenExchange exchange, Admission.Refused reply, boolean discard, boolean counts) {
        Runnable said = () -> session.responder().result(exchange, reply);
        Runnable answer = counts ? counted(said) : said;
        if (discard) {
            discarded = 0;
            afterDiscard = Optional.of(answer);
        } else {
            session.commands().commands().forgetCommand();
            reply(answer);
        }
    }

    /** A line that is no command (R1a, R6, R9). */
    void malformed(Optional<String> tag, Refusal refusal) {
        reply(counted(() -> {
            bad(tag, refusal.reason());
            if (refusal.fatal()) {
                session.end(Ending.said(refusal.reason()));
            }
        }));
    }

    /** A literal over the limit before login (R7). */
    void tooLarge(Optional<String> tag) {
        String reason = "literal too large before login";
        reply(() -> {
            tag.ifPresent(t -> session.responder().tagged(t, "NO [LIMIT]", reason));
            session.end(Ending.said(reason));
        });
    }

    /** Whether a refused command is being read to its end. */
    boolean discarding() {
        return afterDiscard.isPresent();
    }

    void discard(int octets) {
        discarded += octets;
        if (discarded > MOST_DISCARDED) {
            session.end(Ending.tooBig());
        }
    }

    void discarded() {
        Optional<Runnable> answer = afterDiscard;
        afterDiscard = Optional.empty();
        answer.filter(a -> a != ANSWERED).ifPresent(this::reply);
    }

    /** The server has answered the command already: the rest of it goes nowhere. */
    void discardRest() {
        discarded = 0;
        afterDiscard = Optional.of(ANSWERED);
    }

    /** So many bytes were held when AUTHENTICATE failed: what is no command among them may be a password. */
    void strayAfter(int held) {
        stray = held;
    }

    /** The server ended IDLE itself: the client's DONE is on its way. */
    void expectLoneDone() {
        loneDone = true;
    }

    void commandSeen(int octets) {
        loneDone = false;
        stray = Math.max(0, stray - octets);
    }

    /** A command goes upstream. */
    void admitted() {
        patience.regain();
    }

    /** Whether a line that is no command goes without a word. */
    boolean swallow(ByteBuf in, int pos, int end, Refusal refusal) {
        if (loneDone && DataLines.isDone(in, pos, end)) {
            loneDone = false;
            return true;
        }
        boolean strayLine = stray > 0 && !refusal.fatal();
        stray = Math.max(0, stray - (end - pos));
        return strayLine;
    }

    /** Every command has its result: a waiting reply is due. True when the client may go on. */
    boolean idle() {
        if (whenIdle.isEmpty()) {
            return false;
        }
        Runnable due = whenIdle.get();
        whenIdle = Optional.empty();
        due.run();
        return gate.open(Gate.Reason.REPLY);
    }

    /** STARTTLS looks at what stands behind it in the same read, so it waits for the end of that. */
    void afterRun() {
        if (whenIdle.isPresent() && session.quiet() && idle()) {
            pass.resume();
        }
    }

    /** The mechanism of {@code AUTHENTICATE SCRAM-…} without an initial response. */
    static Optional<String> scram(ByteBuf in, int pos, int end) {
        String[] words =
                in.toString(pos, end - pos, StandardCharsets.ISO_8859_1).trim().split(" ");
        return words.length == 3 && Mechanisms.scram(words[2])
                ? Optional.of(words[2].toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Under which tag a refusal goes out: that of the line if it begins a command, else of the command it belongs to. */
    static Optional<String> tag(CommandFramer framer, ByteBuf in, Optional<OpenExchange> current) {
        if (!framer.first()) {
            return current.map(OpenExchange::tag);
        }
        // Not the current exchange's: that is an earlier command which may still wait for its result.
        int length = framer.tagEnd() - framer.tagStart();
        return length <= 0
                ? Optional.empty()
                : Optional.of(in.toString(framer.tagStart(), length, StandardCharsets.ISO_8859_1));
    }

    /** The answer to a refused command; behind one too many the session ends. */
    private Runnable counted(Runnable answer) {
        if (!patience.lost(session.state().authenticated())) {
            return answer;
        }
        return () -> {
            answer.run();
            session.end(Ending.said("too many bad commands"));
        };
    }

    private void reply(Runnable answer) {
        if (session.quiet()) {
            answer.run();
        } else {
            defer(answer);
        }
    }

    private void defer(Runnable answer) {
        whenIdle = Optional.of(answer);
        gate.close(Gate.Reason.REPLY);
    }

    private void bad(Optional<String> tag, String reason) {
        tag.ifPresentOrElse(t -> session.responder().malformed(t, reason), () -> session.responder()
                .untagged("BAD", reason));
    }
}
