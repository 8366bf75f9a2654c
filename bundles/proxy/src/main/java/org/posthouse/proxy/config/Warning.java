package org.posthouse.proxy.config;

/**
 * What runs, but should be known at each start.
 *
 * @param file the file as the operator knows it
 * @param key the key that is risky
 * @param reason what it exposes
 */
public record Warning(String file, String key, String reason) {

    @Override
    public String toString() {
        return "file=" + file + " key=" + key + " warning=\"" + OneLine.of(reason) + "\"";
    }
}
