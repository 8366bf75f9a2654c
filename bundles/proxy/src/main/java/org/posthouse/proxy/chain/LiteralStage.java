package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.LiteralView;

/** One who watches a literal, or puts other octets in its place. */
final class LiteralStage {

    private final Seat seat;
    private final Occupant who;
    private final Direction direction;
    private final long length;
    private final long announced;
    private final boolean literal8;
    private final int index;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(0);
    private long offset;
    private long produced;
    private boolean open = true;

    /**
     * @param length octets that come to this stage
     * @param announced octets that have to leave it if it announced the literal anew; -1: it only watches
     */
    LiteralStage(
            Seat seat, Occupant who, Direction direction, long length, long announced, boolean literal8, int index) {
        this.seat = seat;
        this.who = who;
        this.direction = direction;
        this.length = length;
        this.announced = announced;
        this.literal8 = literal8;
        this.index = index;
        who.hold();
    }

    Seat seat() {
        return seat;
    }

    Occupant who() {
        return who;
    }

    boolean replaces() {
        return announced >= 0;
    }

    /** Octets that leave it. */
    long leaves() {
        return replaces() ? announced : length;
    }

    /** Ends its part; true: who sits there was waited for. */
    boolean end() {
        boolean was = open;
        open = false;
        return was && who.release();
    }

    boolean ended() {
        return !open;
    }

    /** Shows it a chunk; throws what it throws. */
    void show(ByteBuf buf, int start, int stop, boolean last) {
        Chunk chunk = new Chunk(buf, start, stop);
        View view = new View();
        try {
            who.interceptor().onLiteral(view, chunk, last);
        } finally {
            chunk.expire();
            view.valid = false;
        }
        offset += stop - start;
        if (last && replaces() && produced != announced) {
            throw new InvalidVerdict("a literal of " + produced + " octets was announced as " + announced);
        }
    }

    /** What it made of the chunks since the last time. */
    byte[] take() {
        byte[] octets = made.toByteArray();
        made.reset();
        return octets;
    }

    private final class View implements LiteralView {

        private boolean valid = true;

        @Override
        public Direction direction() {
            lent();
            return direction;
        }

        @Override
        public long length() {
            lent();
            return length;
        }

        @Override
        public long offset() {
            lent();
            return offset;
        }

        @Override
        public boolean literal8() {
            lent();
            return literal8;
        }

        @Override
        public int index() {
            lent();
            return index;
        }

        @Override
        public void replace(byte[] octets) {
            lent();
            if (!replaces()) {
                throw new IllegalStateException("the literal was not announced anew");
            }
            if (produced + octets.length > announced) {
                throw new IllegalStateException("more octets than were announced");
            }
            produced += octets.length;
            made.writeBytes(octets);
        }

        private void lent() {
            if (!valid) {
                throw new IllegalStateException("a view is valid only during the call that got it");
            }
        }
    }
}
