package org.posthouse.testkit.stage;

/**
 * A session's two ends.
 *
 * @param client of who connected
 * @param server of whom the proxy connects to; {@code not connected} until it does
 */
public record Connection(Wire client, Wire server) {}
