package org.posthouse.proxy.chain;

/**
 * Whether the interceptors of a service may be called at all. It is ended where unbinding can't wait for a loop: no call
 * begins after that, not even the last one. Thread-safe.
 */
final class Lease {

    private volatile boolean ended;

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
