package org.posthouse.proxy.config;

/** What becomes of a message when the interceptor that should see it fails or is missing. */
public enum FailureMode implements Choice {
    /** The message goes on without it. */
    OPEN("open"),
    /** The message is refused. */
    CLOSED("closed");

    private final String word;

    FailureMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
