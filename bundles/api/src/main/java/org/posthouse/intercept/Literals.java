package org.posthouse.intercept;

/**
 * How literals of a message are treated for one interceptor. A literal announces its length before its first octet: what
 * changes the length of a literal must either hold it or know the new length before it has seen the content.
 */
public sealed interface Literals {

    /** What happens to a message whose literals are larger than was asked for. */
    enum WhenLarger {
        /** It is shown in parts, as with {@link Literals#skip()}. Invalid for an interceptor that fails closed. */
        PASS,
        /** A command gets {@code NO [LIMIT]}, a response ends the session. */
        REFUSE
    }

    /** The message is shown up to its first literal, that streams past; what stands behind comes to {@code onTail}. */
    static Literals skip() {
        return Skip.SKIP;
    }

    /** As {@link #skip()}, and {@code onLiteral} sees the octets as they stream past. */
    static Literals observe() {
        return Observe.OBSERVE;
    }

    /**
     * The message is held until it is whole and shown in one call, with all its literals.
     *
     * @param max octets of the whole message, 1 to 16 MiB; the slot's budget limits it further
     * @param whenLarger what becomes of a larger one
     */
    static Literals buffer(int max, WhenLarger whenLarger) {
        return new Buffer(max, whenLarger);
    }

    /**
     * As {@link #skip()}; a rewrite may announce another length, and {@code onLiteral} then replaces the octets by
     * exactly so many ({@link LiteralView#replace}).
     */
    static Literals resize() {
        return Resize.RESIZE;
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per treatment. */
    interface Cases<R> {
        /** {@link Literals#skip()}. */
        R skip();

        /** {@link Literals#observe()}. */
        R observe();

        /** {@link Literals#buffer}. */
        R buffer(Buffer how);

        /** {@link Literals#resize()}. */
        R resize();
    }

    /** {@link Literals#skip()}. */
    enum Skip implements Literals {
        /** The one value. */
        SKIP;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.skip();
        }
    }

    /** {@link Literals#observe()}. */
    enum Observe implements Literals {
        /** The one value. */
        OBSERVE;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.observe();
        }
    }

    /** {@link Literals#resize()}. */
    enum Resize implements Literals {
        /** The one value. */
        RESIZE;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resize();
        }
    }

    /** {@link Literals#buffer}. */
    record Buffer(int max, WhenLarger whenLarger) implements Literals {

        /** The most that may be asked for, in octets. */
        public static final int MOST = 16 * 1024 * 1024;

        /** Within reason. */
        public Buffer {
            if (max < 1 || max > MOST) {
                throw new IllegalArgumentException("buffer of " + max + " octets, not 1 to " + MOST);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.buffer(this);
        }
    }
}
