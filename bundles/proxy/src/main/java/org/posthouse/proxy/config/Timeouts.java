package org.posthouse.proxy.config;

import java.time.Duration;

/**
 * How long the proxy waits, keys {@code timeout.*}. All are positive. Changes apply to live sessions.
 *
 * @param connect per address of the upstream, {@code timeout.connect}
 * @param greeting from the connection until the server's greeting is whole, {@code timeout.greeting}
 * @param handshake one TLS handshake on either leg, {@code timeout.handshake}
 * @param login from the first byte until login has succeeded, {@code timeout.login}
 * @param idle silence of a logged-in client outside IDLE, {@code timeout.idle} (RFC 9051 §5.4: 30 min at least)
 * @param idleCommand one IDLE command, {@code timeout.idle-command} (RFC 2177: clients renew after 29 min)
 * @param stalled a peer that takes no byte while data is pending, {@code timeout.stalled}
 * @param stalledIdle the same while the session is in IDLE, {@code timeout.stalled-idle}
 * @param drain what sessions get to reach a message boundary when they must end, {@code timeout.drain}
 */
public record Timeouts(
        Duration connect,
        Duration greeting,
        Duration handshake,
        Duration login,
        Duration idle,
        Duration idleCommand,
        Duration stalled,
        Duration stalledIdle,
        Duration drain) {

    /** What holds when the file says nothing. */
    public static final Timeouts DEFAULTS = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofMinutes(3),
            Duration.ofMinutes(31),
            Duration.ofMinutes(31),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10));
}
