package org.posthouse.admin;

/**
 * What went through, counted since the session or the listener was made. Octets are those of the dialogue, without TLS.
 *
 * @param fromClients octets that clients sent
 * @param toClients octets that clients were sent
 * @param commands commands that clients sent, refused ones among them
 */
public record Traffic(long fromClients, long toClients, long commands) {

    /** Nothing yet. */
    public static Traffic none() {
        return new Traffic(0, 0, 0);
    }

    /** Both together. */
    public Traffic plus(Traffic other) {
        return new Traffic(fromClients + other.fromClients, toClients + other.toClients, commands + other.commands);
    }
}
