package org.posthouse.proxy.config;

/**
 * Why a listener can't run, as one line for the operator. Never holds a secret: reasons are written by us.
 *
 * @param file the file as the operator knows it
 * @param key the key that is at fault, {@code -} if none is
 * @param reason what is wrong and, where we know, what to do
 */
public record Fault(String file, String key, String reason) {

    public Fault {
        // A key may hold what it likes, in a file that somebody else writes: a line of ours would look like two.
        key = OneLine.of(key);
    }

    @Override
    public String toString() {
        return "file=" + file + " key=" + key + " reason=\"" + OneLine.of(reason) + "\"";
    }
}
