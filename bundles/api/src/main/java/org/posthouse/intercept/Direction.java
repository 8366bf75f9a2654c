package org.posthouse.intercept;

/** On which of the four ways a line is. */
public enum Direction {
    /** As the client sent it. */
    CLIENT_TO_PROXY("C→P"),
    /** As it goes to the server. */
    PROXY_TO_SERVER("P→S"),
    /** As the server sent it. */
    SERVER_TO_PROXY("S→P"),
    /** As it goes to the client. */
    PROXY_TO_CLIENT("P→C");

    private final String arrow;

    Direction(String arrow) {
        this.arrow = arrow;
    }

    /** Short sign for logs, such as {@code C→P}. */
    public String arrow() {
        return arrow;
    }
}
