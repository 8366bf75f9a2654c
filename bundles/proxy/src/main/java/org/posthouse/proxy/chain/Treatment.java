package org.posthouse.proxy.chain;

/**
 * What a chain as a whole wants of one kind of message.
 *
 * @param shown somebody is to see it: its line is held whole, up to the limit on assembled lines
 * @param buffer up to how many octets of message it is to be held with its literals; 0: literals stream
 * @param most above this it is refused; otherwise what is larger than {@code buffer} is shown in parts
 * @param observed somebody watches or replaces its streamed literals
 * @param resizes somebody may announce them anew
 */
public record Treatment(boolean shown, int buffer, int most, boolean observed, boolean resizes) {

    /** Nobody wants it. */
    public static final Treatment NONE = new Treatment(false, 0, Integer.MAX_VALUE, false, false);

    /** Seen up to its first literal. */
    public static final Treatment SHOWN = new Treatment(true, 0, Integer.MAX_VALUE, false, false);

    /** What both want. */
    public Treatment and(Treatment other) {
        return new Treatment(
                shown || other.shown,
                Math.max(buffer, other.buffer),
                Math.min(most, other.most),
                observed || other.observed,
                resizes || other.resizes);
    }
}
