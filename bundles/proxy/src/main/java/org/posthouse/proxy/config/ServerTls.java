package org.posthouse.proxy.config;

/** TLS on the server's leg, key {@code upstream.tls}. Never opportunistic. */
public enum ServerTls implements Choice {
    /** None. */
    OFF("off"),
    /** STARTTLS before anything else; a server that refuses it is not used. */
    STARTTLS("starttls"),
    /** TLS from the first byte (imaps). */
    IMPLICIT("implicit");

    private final String word;

    ServerTls(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
