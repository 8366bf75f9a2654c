package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.Redaction;

/** Shows a line of a command to the interceptors, and sends it on. */
final class CommandSender {

    /** Octets from the plus sign of an announcement to the end of its line. */
    private static final int PLUS = 4;

    private final Session session;
    private final Relay relay;
    private final CommandFramer framer;

    CommandSender(Session session, Relay relay, CommandFramer framer) {
        this.session = session;
        this.relay = relay;
        this.framer = framer;
    }

    /**
     * As the client sent it; answers whether it may go on.
     *
     * @param begun the exchange that the line begins; empty for a later line
     */
    boolean show(ByteBuf in, int pos, int end, boolean whole, Optional<OpenExchange> begun) {
        if (session.chain().isEmpty()) {
            return true;
        }
        Line line = view(in, pos, end, whole, begun.isPresent());
        return begun.isPresent()
                ? session.shown().command(line, begun.get())
                : session.shown().commandTail(line);
    }

    /** Upstream; answers whether it has gone. */
    boolean send(ByteBuf in, int pos, int end, boolean whole, boolean first) {
        if (whole && session.synchronises() && framer.literal() >= 0 && !framer.synchronising()) {
            return announceAnew(in, pos, end, first);
        }
        boolean goes =
                session.chain().isEmpty() || session.shown().passedToServer(view(in, pos, end, whole, first), first);
        if (goes) {
            relay.pass(pos, end);
        }
        return goes;
    }

    /** The announcement without its plus sign, so that the server says whether it takes the literal (R1a, R3). */
    private boolean announceAnew(ByteBuf in, int pos, int end, boolean first) {
        if (end - pos < PLUS) {
            // A line over the limit, cut by the network just here: the plus sign has gone already.
            session.end(Ending.protocol("line too long"));
            return false;
        }
        ByteBuf line = in.alloc().buffer(end - pos);
        line.writeBytes(in, pos, end - PLUS - pos).writeBytes(in, end - PLUS + 1, PLUS - 1);
        boolean goes = session.shown().passedToServer(view(line, 0, line.writerIndex(), true, first), first);
        if (goes) {
            relay.insert(line);
        } else {
            line.release();
        }
        return goes;
    }

    private Line view(ByteBuf in, int pos, int end, boolean whole, boolean first) {
        boolean ends = whole && framer.ends();
        Redaction redaction =
                Redaction.ofCommand(framer.command(), first, session.state().authenticated());
        return new Line(in, pos, end, ends, whole ? framer.literal() : -1, !whole, redaction);
    }
}
