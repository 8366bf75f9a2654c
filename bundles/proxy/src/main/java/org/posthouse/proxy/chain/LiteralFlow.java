package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;
import org.posthouse.imap.token.Octets;

/** One literal on its way past those who watch or replace its octets. */
public interface LiteralFlow {

    /** Nobody looks: the octets needn't be offered. */
    LiteralFlow IDLE = new LiteralFlow() {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public boolean show(ByteBuf buf, int start, int end, boolean last) {
            return true;
        }

        @Override
        public boolean replaced() {
            return false;
        }

        @Override
        public Octets octets() {
            return Octets.EMPTY;
        }
    };

    /** Whether nobody looks. */
    boolean idle();

    /**
     * Shows a chunk of what the sender sends; the buffer is borrowed. A literal of no octets is one empty, last chunk.
     *
     * @return false: the literal can't go on, the connection must end ({@link SessionChain#closing()})
     */
    boolean show(ByteBuf buf, int start, int end, boolean last);

    /** Whether {@link #octets()} go on in place of the chunk just shown. */
    boolean replaced();

    /** What goes on in its place; may be empty. */
    Octets octets();
}
