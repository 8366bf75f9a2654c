package org.posthouse.proxy.session;

/**
 * How many commands in a row the proxy refuses before it ends the session. Each refusal is work for the loop that
 * others share, and nothing upstream slows down a client that sends nothing else.
 */
final class Patience {

    /** Before login: a client that can't say one right line in ten speaks another protocol, or is probing. */
    private static final int STRANGER = 10;

    /** After it: a client that pipelines what its server would not know either should not lose its session at once. */
    private static final int KNOWN = 50;

    private int refused;

    /** One more is refused; whether it was one too many. */
    boolean lost(boolean authenticated) {
        refused++;
        return refused >= (authenticated ? KNOWN : STRANGER);
    }

    /** A command goes upstream: what was refused before is forgotten. */
    void regain() {
        refused = 0;
    }
}
