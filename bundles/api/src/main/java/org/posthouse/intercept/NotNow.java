package org.posthouse.intercept;

/** An own command was refused because of the moment; {@link Upstream} says when one is possible. */
public final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why not now. */
    public NotNow(String reason) {
        super(reason, null, false, false);
    }
}
