package org.posthouse.intercept;

import java.util.Optional;

/** What becomes of a message of which a part has gone on already. */
public sealed interface PartVerdict {

    /** The line goes on, byte for byte. */
    static PartVerdict pass() {
        return Pass.PASS;
    }

    /** The connection ends; the peer that got half a message sees a reset. */
    static Close close(String reason) {
        return new Close(reason, Optional.empty());
    }

    /** Calls the one case that applies. */
    <R> R match(Cases<R> cases);

    /** One method per verdict. */
    interface Cases<R> {
        /** {@link PartVerdict#pass()}. */
        R pass();

        /** {@link PartVerdict#close}. */
        R close(Close verdict);
    }

    /** The line goes on. */
    enum Pass implements PartVerdict {
        /** The one value. */
        PASS;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pass();
        }
    }

    /**
     * {@link PartVerdict#close}. For a command the client is told with a BYE, the server's leg is reset: what it has got
     * is not a command.
     *
     * @param reason for the BYE and for logs; no secret
     * @param code response code of the BYE
     */
    record Close(String reason, Optional<String> code) implements PartVerdict {

        /** A line's worth of text, no brackets in the code. */
        public Close {
            Reply.checkText(reason);
            code.ifPresent(Reply::checkCode);
        }

        /** The same with a response code for the BYE, such as {@code TOOBIG}, without brackets. */
        public Close code(String newCode) {
            return new Close(reason, Optional.of(newCode));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.close(this);
        }
    }
}
