package org.posthouse.proxy.config;

/** A value that a key doesn't admit; the message says what it admits. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
