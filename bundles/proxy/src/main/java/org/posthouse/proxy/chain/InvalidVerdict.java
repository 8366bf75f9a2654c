package org.posthouse.proxy.chain;

/** An interceptor answered what is not possible at that place. */
final class InvalidVerdict extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidVerdict(String reason) {
        super(reason, null, false, false);
    }
}
