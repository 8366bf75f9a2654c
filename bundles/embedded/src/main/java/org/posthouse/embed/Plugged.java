package org.posthouse.embed;

/** An interceptor that is in the chains. Thread-safe; both methods may be called from any thread but an event loop. */
public interface Plugged extends AutoCloseable {

    /**
     * Puts a successor into its place, for open sessions too. Between the two what a guard covers waits: nothing passes
     * unseen.
     *
     * @throws IllegalStateException if it was removed
     */
    void replace(Plugin successor);

    /**
     * Takes it out, of open sessions too; no call to it begins after this has returned. Waits at most two seconds for an
     * event loop that it blocks. What a listener's {@code interceptors} names without {@code ?} is missed from now on.
     */
    @Override
    void close();
}
