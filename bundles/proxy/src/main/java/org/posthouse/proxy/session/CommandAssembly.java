package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.proxy.chain.Hold;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.chain.Subject;
import org.posthouse.proxy.chain.Treatment;

/**
 * A command that somebody wants whole, held until its last line. Its literals are granted by the proxy; the server
 * doesn't know of it yet.
 */
final class CommandAssembly {

    private final Session session;
    private final CommandLines lines;
    private final CommandFramer framer;
    private final Assembly octets = new Assembly();
    private Optional<OpenExchange> exchange = Optional.empty();
    private Treatment wanted = Treatment.NONE;
    private Optional<Hold> hold = Optional.empty();
    private int granted;

    CommandAssembly(Session session, CommandLines lines, CommandFramer framer) {
        this.session = session;
        this.lines = lines;
        this.framer = framer;
    }

    boolean isOpen() {
        return octets.isOpen();
    }

    /** Literals that were granted to the client before the command turned out to be too large to be held. */
    int granted() {
        return granted;
    }

    /** Whether the command, of which there is more than this line, is to be held. */
    boolean wants(CommandSpec spec) {
        return spec == CommandSpec.LOGIN
                || session.chain().plan().command(spec).buffer() > 0
                || session.chain().plan().withheld().concerns(spec.name());
    }

    void begin(OpenExchange begun, ByteBuf in, int pos, int end, boolean whole) {
        exchange = Optional.of(begun);
        wanted = session.chain().plan().command(framer.command());
        granted = 0;
        hold = Optional.of(session.chain().holdCommand(begun.spec()));
        octets.begin(buffer(framer.command(), wanted));
        line(in, pos, end, whole);
    }

    /** Octets of a literal: they were found to fit when it was announced. */
    void literal(ByteBuf in, int pos, int end) {
        octets.append(in, pos, end);
    }

    void line(ByteBuf in, int pos, int end, boolean whole) {
        long announced = whole && framer.literal() > 0 ? framer.literal() : 0;
        boolean fits = octets.takes(end - pos + announced);
        int grown = fits ? (int) (end - pos + announced) : end - pos;
        boolean granting = fits && hold.orElseThrow().grow(grown);
        octets.append(in, pos, end);
        if (!granting) {
            larger(fits ? wanted.most() < Integer.MAX_VALUE : octets.length() + announced > wanted.most());
        } else if (whole && framer.ends()) {
            whole();
        } else if (whole && framer.synchronising()) {
            granted++;
            session.responder().grant();
        } else if (whole) {
            granted++;
        }
    }

    /** The session ends, or the command is refused. */
    void drop() {
        octets.drop();
        release();
        exchange = Optional.empty();
    }

    /** The command has been decided on: it is counted no more. */
    void release() {
        hold.ifPresent(Hold::release);
        hold = Optional.empty();
    }

    private void whole() {
        OpenExchange begun = exchange.orElseThrow();
        exchange = Optional.empty();
        Redaction redaction =
                Redaction.ofCommand(begun.spec(), true, session.state().authenticated());
        Message message = Message.command(octets.take(), session.facts().reading());
        lines.decide(begun, Subject.command(message, begun.spec(), redaction));
    }

    private void larger(boolean refuse) {
        OpenExchange begun = exchange.orElseThrow();
        if (refuse) {
            drop();
            lines.way().answer(begun, new Admission.Refused("NO [LIMIT]", "command too large"));
        } else {
            exchange = Optional.empty();
            release();
            lines.inParts(begun, octets.take(), granted);
        }
    }

    /** What the session itself wants to see whole is bounded as any line is. */
    private int buffer(CommandSpec spec, Treatment asked) {
        int line = session.settings().limits().line();
        int least = spec == CommandSpec.LOGIN
                ? line + 2 * session.settings().limits().literal()
                : line;
        boolean ours =
                spec == CommandSpec.LOGIN || session.chain().plan().withheld().concerns(spec.name());
        return Math.min(asked.most(), ours ? Math.max(asked.buffer(), least) : asked.buffer());
    }
}
