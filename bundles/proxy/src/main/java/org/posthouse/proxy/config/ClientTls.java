package org.posthouse.proxy.config;

/** TLS on the client's leg, key {@code tls}. */
public enum ClientTls implements Choice {
    /** None at all; STARTTLS is neither offered nor understood. */
    OFF("off"),
    /** STARTTLS is offered, a login without it is admitted. */
    STARTTLS("starttls"),
    /** STARTTLS is offered, and nothing but it, CAPABILITY, NOOP and LOGOUT is admitted before it. */
    STARTTLS_REQUIRED("starttls-required"),
    /** TLS from the first byte (imaps). */
    IMPLICIT("implicit");

    private final String word;

    ClientTls(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
