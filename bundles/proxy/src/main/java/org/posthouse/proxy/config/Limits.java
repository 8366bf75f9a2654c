package org.posthouse.proxy.config;

/**
 * What a client may make the proxy hold, keys {@code limit.*} (design R7). What is relayed after login has no limit.
 *
 * @param line octets of a client line before login or where it is assembled, {@code limit.line}
 * @param literal octets of a client literal before login, {@code limit.literal}
 * @param pipelined commands without a tagged result before the client is held, {@code limit.pipelined}
 */
public record Limits(int line, int literal, int pipelined) {

    /** What holds when the file says nothing. */
    public static final Limits DEFAULTS = new Limits(64 * 1024, 8 * 1024, 64);
}
