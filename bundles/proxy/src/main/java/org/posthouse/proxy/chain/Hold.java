package org.posthouse.proxy.chain;

/** Room for a message that is assembled, counted to the budgets of those who asked for it whole. */
public final class Hold {

    /** Takes so many octets more; false: over a budget, treated as {@link Treatment#most}. */
    public boolean grow(int octets) {
        return true;
    }

    /** Gives everything back; may be called twice. */
    public void release() {}
}
