package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** Which mailboxes LIST shall name (RFC 5258 §3.1, RFC 6154). */
public sealed interface SelectionOption {

    /** Words alone. */
    enum Plain implements SelectionOption {
        SUBSCRIBED("SUBSCRIBED"),
        REMOTE("REMOTE"),
        /** Changes another one and can't stand alone, nor with REMOTE only. */
        RECURSIVEMATCH("RECURSIVEMATCH"),
        SPECIAL_USE("SPECIAL-USE");

        private final String wire;

        Plain(String wire) {
            this.wire = wire;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plain(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom(wire);
        }

        @Override
        public String toString() {
            return wire;
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements SelectionOption {
        public Other {
            Grammar.SELECTION.unknown(parameter);
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
        R plain(Plain plain);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
