package org.posthouse.intercept;

/** What becomes of a command. A value: the engine acts on it. */
public sealed interface CommandVerdict permits CommandVerdict.Pass {

    /** The command goes on, byte for byte. */
    static CommandVerdict pass() {
        return Pass.PASS;
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per verdict. */
    interface Cases<R> {
        /** {@link CommandVerdict#pass()}. */
        R pass();
    }

    /** The command goes on, byte for byte. A constant: the common path allocates nothing. */
    enum Pass implements CommandVerdict {
        /** The one value. */
        PASS;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pass();
        }
    }
}
