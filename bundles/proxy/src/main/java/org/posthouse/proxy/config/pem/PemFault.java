package org.posthouse.proxy.config.pem;

/** What is wrong with a PEM file, in words for an operator; never any of its content. */
public final class PemFault extends Exception {

    private static final long serialVersionUID = 1L;

    PemFault(String reason) {
        super(reason);
    }

    PemFault(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
