package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** An option of GETMETADATA (RFC 5464 §4.2). */
public sealed interface MetadataOption {

    /** MAXSIZE: no value that is longer, in octets, below 2^32. */
    record MaxSize(long octets) implements MetadataOption {
        public MaxSize {
            if (octets < 0 || octets > Args.NUMBER_32) {
                throw new IllegalArgumentException("size " + octets);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.maxSize(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("MAXSIZE").number(octets);
        }
    }

    /** DEPTH: how far below the entries. */
    enum Depth implements MetadataOption {
        NONE("0"),
        ONE("1"),
        INFINITY("infinity");

        private final String wire;

        Depth(String wire) {
            this.wire = wire;
        }

        static Depth read(Args args) {
            for (Depth depth : values()) {
                if (args.take(depth.wire)) {
                    return depth;
                }
            }
            throw args.fault("no depth");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.depth(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("DEPTH").atom(wire);
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements MetadataOption {
        public Other {
            Grammar.METADATA.unknown(parameter);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            parameter.write(to);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R maxSize(MaxSize size);

        R depth(Depth depth);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
