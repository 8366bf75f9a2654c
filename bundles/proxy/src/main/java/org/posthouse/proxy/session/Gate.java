package org.posthouse.proxy.session;

import io.netty.channel.Channel;

/**
 * Whether one direction reads from its peer. Closed for any number of reasons, open when none is left.
 *
 * <p>{@link Reason#PEER} only stops reading: what was read already passes, so that it can leave memory. Every other
 * reason holds what was read; until something is held, reading goes on, so that a peer that goes away is noticed.
 */
final class Gate {

    /** Why a direction does not go on. */
    enum Reason {
        /** The other side does not take more bytes now. */
        PEER,
        /** There is no server to talk to yet. */
        UPSTREAM,
        /** A continuation request or a tagged result decides what the next bytes are. */
        CONTINUATION,
        /** Too many commands without a result. */
        PIPELINE,
        /** An interceptor has deferred its decision. */
        CHAIN,
        /** A command that changes the session's state has no result yet, and somebody judges by that state. */
        BARRIER,
        /** An interceptor's own command has no result yet. */
        OWN,
        /** A reply of ours waits for the results of earlier commands. */
        REPLY,
        /** The client does not take the replies that the proxy makes for it. */
        BACKLOG,
        /** The session ends. */
        ENDED
    }

    private final Channel source;
    private int closed;
    private boolean holding;
    private boolean reading;

    /** Open; the channel reads or doesn't, as it did, until {@link #update}. */
    Gate(Channel source) {
        this.source = source;
        this.reading = source.config().isAutoRead();
    }

    void close(Reason reason) {
        closed |= bit(reason);
        update(holding);
    }

    /** Holds for good. Reading stops only with {@link #close}: mostly the channel is closed before, and that is all. */
    void end() {
        closed |= bit(Reason.ENDED);
    }

    /** Takes one reason away; true when bytes that were held may go on now. */
    boolean open(Reason reason) {
        boolean held = holds();
        closed &= ~bit(reason);
        update(holding);
        return held && !holds();
    }

    /** Whether bytes must be held. */
    boolean holds() {
        return (closed & ~bit(Reason.PEER)) != 0;
    }

    /** Sets reading by the reasons and by whether something is held already. */
    void update(boolean nowHolding) {
        holding = nowHolding;
        boolean read = closed == 0
                || ((closed & (bit(Reason.PEER) | bit(Reason.BACKLOG) | bit(Reason.ENDED))) == 0 && !holding);
        if (read != reading && source.isOpen()) {
            reading = read;
            source.config().setAutoRead(read);
        }
    }

    private static int bit(Reason reason) {
        return 1 << reason.ordinal();
    }
}
