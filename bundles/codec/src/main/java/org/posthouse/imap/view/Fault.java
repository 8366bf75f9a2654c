package org.posthouse.imap.view;

/** Leaves a reader from wherever it is; never leaves this package. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;
    private final String reason;

    Fault(int position, String reason) {
        super(reason, null, false, false);
        this.position = position;
        this.reason = reason;
    }

    int position() {
        return position;
    }

    String reason() {
        return reason;
    }
}
