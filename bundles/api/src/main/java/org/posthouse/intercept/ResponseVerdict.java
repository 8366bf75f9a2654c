package org.posthouse.intercept;

/** What becomes of a response. A value: the engine acts on it. */
public sealed interface ResponseVerdict permits ResponseVerdict.Pass {

    /** The response goes on, byte for byte. */
    static ResponseVerdict pass() {
        return Pass.PASS;
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per verdict. */
    interface Cases<R> {
        /** {@link ResponseVerdict#pass()}. */
        R pass();
    }

    /** The response goes on, byte for byte. A constant: the common path allocates nothing. */
    enum Pass implements ResponseVerdict {
        /** The one value. */
        PASS;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pass();
        }
    }
}
