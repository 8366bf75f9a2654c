package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.posthouse.imap.token.Octets;
import org.posthouse.proxy.chain.LiteralFlow;

/** The literal of one direction that streams: past those who watch it, its octets replaced if somebody does that. */
final class Streamed {

    private final Relay relay;
    private LiteralFlow flow = LiteralFlow.IDLE;
    private boolean empty;

    Streamed(Relay relay) {
        this.relay = relay;
    }

    /** A literal of so many octets has been announced to the receiver. */
    void begin(LiteralFlow watched, long octets) {
        flow = watched;
        empty = octets == 0 && !watched.idle();
    }

    /** Octets of it; answers false if it can't go on. */
    boolean pass(ByteBuf in, int pos, int end, boolean last) {
        if (flow.idle()) {
            relay.pass(pos, end);
            return true;
        }
        if (!flow.show(in, pos, end, last)) {
            return false;
        }
        if (!flow.replaced()) {
            relay.pass(pos, end);
            return true;
        }
        Octets instead = flow.octets();
        if (!instead.isEmpty()) {
            relay.insert(Unpooled.wrappedBuffer(instead.toByteArray()));
        }
        return true;
    }

    /** What stands behind it comes; a literal of no octets had no event of its own. */
    boolean end(ByteBuf in, int pos) {
        boolean due = empty;
        empty = false;
        boolean well = !due || pass(in, pos, pos, true);
        flow = LiteralFlow.IDLE;
        return well;
    }
}
