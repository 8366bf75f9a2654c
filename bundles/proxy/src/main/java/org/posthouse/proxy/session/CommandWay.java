package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.proxy.chain.LiteralFlow;
import org.posthouse.proxy.chain.Subject;

/** The command under way, once it has been decided on: upstream in parts or in pieces, or refused. */
final class CommandWay {

    private final Session session;
    private final CommandPass pass;
    private final CommandFramer framer;
    private final CommandSender sender;
    private final Refusals refusals;
    private Optional<OpenExchange> current = Optional.empty();
    private Optional<String> scram = Optional.empty();
    private boolean partial;
    private boolean watched;
    private int granted;
    private int literals;

    CommandWay(Session session, CommandPass pass, CommandFramer framer, CommandSender sender, Refusals refusals) {
        this.session = session;
        this.pass = pass;
        this.framer = framer;
        this.sender = sender;
        this.refusals = refusals;
    }

    /** The exchange whose command the client is sending; empty if it has its result already. */
    Optional<OpenExchange> current() {
        return current;
    }

    /** Whether a command has gone upstream by half: then the server must not be given anything else. */
    boolean halfSent() {
        return partial || sender.hasPieces();
    }

    /** The mechanism, if the exchange under way is SCRAM and the client's first message is yet to come. */
    Optional<String> scramWithoutInitial() {
        return scram;
    }

    /** Another command begins, of which the proxy has granted so many literals already. */
    void begin(OpenExchange exchange, int literalsGranted) {
        current = Optional.of(exchange);
        granted = literalsGranted;
        literals = 0;
        watched = false;
    }

    /** The chain is shown its first line, so it is shown the others, too. */
    void watch() {
        watched = true;
    }

    /** No more of it goes upstream. */
    void ends() {
        partial = false;
    }

    /** Its result is not waited for. */
    Optional<OpenExchange> forget() {
        Optional<OpenExchange> was = current;
        current = Optional.empty();
        return was;
    }

    /** The exchange has its result, whatever of its command is still to come. */
    void answered(OpenExchange exchange) {
        forget(exchange);
        session.facts().answered(exchange);
    }

    /** It was decided that the line may go upstream as it stands in the read buffer. */
    void relay(OpenExchange exchange, ByteBuf in, int pos, int end, boolean whole) {
        if (!admitted(exchange, in, pos, end, whole)) {
            return;
        }
        session.exchanges().open(exchange);
        session.facts().begin(exchange, in, pos, end, whole && framer.ends());
        if (sender.line(in, pos, end, whole, true)) {
            passed(whole);
        }
    }

    /** It was decided that a command that the session holds may go upstream. */
    void send(OpenExchange exchange, Subject subject) {
        ByteBuf octets = Unpooled.wrappedBuffer(subject.octets().toByteArray());
        if (!admitted(exchange, octets, 0, octets.writerIndex(), !subject.truncated())) {
            return;
        }
        session.exchanges().open(exchange);
        session.facts().begin(exchange, octets, 0, octets.writerIndex(), subject.complete());
        partial = true;
        sender.pieces(exchange, subject);
    }

    /** The last piece of a command that the session held is upstream; what it announced, the client sends. */
    void sent(OpenExchange exchange, boolean complete, long announced) {
        partial = !complete;
        if (complete) {
            pass.continuations().sent(exchange);
        } else if (announced >= 0) {
            announced(exchange, framer.literal());
        }
    }

    /** Nothing of the command is upstream, and nothing will be: this is its result. */
    void answer(OpenExchange exchange, Admission.Refused reply) {
        result(exchange, reply, false);
    }

    /** A line behind a literal, or more of a line that goes in parts. */
    void later(ByteBuf in, int pos, int end, boolean whole) {
        if (current.isEmpty() && whole && framer.literal() >= 0 && (framer.synchronising() || session.synchronises())) {
            // Its result has come already: nobody could say whose octets follow.
            session.end(Ending.protocol("literal in a command that the server has answered"));
        } else if (!sender.literalOver(in, pos)
                || (watched && !session.chain().commandTail(sender.view(in, pos, end, whole, false)))) {
            session.endByChain();
        } else {
            session.facts().more(in, pos, end, whole && framer.ends());
            if (sender.line(in, pos, end, whole, false)) {
                passed(whole);
            }
        }
    }

    /** The server has answered instead of granting a literal (R3); whether the client waits, so that the command ends. */
    boolean answeredInstead(boolean announcedByUs) {
        boolean held = sender.hasPieces();
        boolean more = !held || sender.streamsBehind();
        sender.drop();
        partial = false;
        boolean waits = more && (held ? waits() : !announcedByUs);
        if (more && !waits) {
            refusals.discardRest();
        }
        return waits;
    }

    /** Whether the proxy itself lets the command pass; if not, it has been refused. */
    private boolean admitted(OpenExchange exchange, ByteBuf in, int pos, int end, boolean whole) {
        CommandSpec spec = exchange.spec();
        Optional<Admission.Refused> refused = session.admission().check(spec, in, pos, end, whole);
        if (refused.isPresent()) {
            result(exchange, refused.get(), true);
            return false;
        }
        if (spec == CommandSpec.STARTTLS) {
            forget(exchange);
            refusals.startTls(exchange);
            return false;
        }
        refusals.admitted();
        scram = spec == CommandSpec.AUTHENTICATE ? Refusals.scram(in, pos, end) : Optional.empty();
        return true;
    }

    private void result(OpenExchange exchange, Admission.Refused reply, boolean ours) {
        forget(exchange);
        if (exchange.own().isPresent()) {
            session.errands().answer(exchange.own().get(), reply);
        } else {
            if (LoginRefusal.login(exchange.spec())) {
                session.visit().loginFailed(exchange, LoginRefusal.judged(reply));
            }
            refusals.policy(exchange, reply, sendsOn(), ours);
        }
    }

    private void forget(OpenExchange exchange) {
        current = current.filter(c -> c != exchange);
    }

    /** A line has gone upstream: what comes next depends on what it announced. */
    private void passed(boolean whole) {
        partial = !whole || !framer.ends();
        if (!whole || current.isEmpty()) {
            return;
        }
        if (framer.ends()) {
            pass.continuations().sent(current.get());
        } else {
            announced(current.get(), framer.literal());
        }
    }

    private void announced(OpenExchange exchange, long octets) {
        boolean observed =
                watched && session.chain().plan().command(exchange.spec()).observed();
        LiteralFlow flow =
                observed ? session.chain().commandLiteral(octets, framer.literal8(), literals) : LiteralFlow.IDLE;
        sender.announced(flow, octets);
        pass.continuations().announced(exchange, waits(), sender.asks());
        literals++;
    }

    /** Whether the client waits before it sends the literal that it announced. */
    private boolean waits() {
        return framer.synchronising() && literals >= granted;
    }

    /** Whether the client sends more of the command without waiting. */
    private boolean sendsOn() {
        return !framer.ends() && !(framer.literal() >= 0 && waits());
    }
}
