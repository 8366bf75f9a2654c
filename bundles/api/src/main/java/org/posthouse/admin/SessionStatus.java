package org.posthouse.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One session. User, mailbox and client name come from the peers: whoever shows them must escape them.
 *
 * @param id as in the log, {@code LISTENER-NUMBER}
 * @param listener whose it is
 * @param client the client's address and port
 * @param phase where the dialogue stands
 * @param user who has logged in; empty before, and where the mechanism doesn't tell
 * @param mailbox which is selected
 * @param idling whether the client is in IDLE
 * @param clientTls protocol of the client's leg, as {@code TLSv1.3}; empty: plain
 * @param upstream the server's address as configured
 * @param upstreamTls protocol of the server's leg; empty: plain, or not connected yet
 * @param clientName name and version by the client's ID command (RFC 2971), at most 128 characters
 * @param chain ids of the interceptors that sit in this session, in command order
 * @param traffic octets and commands of this session
 * @param opened when the client connected
 */
public record SessionStatus(
        String id,
        String listener,
        String client,
        SessionPhase phase,
        Optional<String> user,
        Optional<String> mailbox,
        boolean idling,
        Optional<String> clientTls,
        String upstream,
        Optional<String> upstreamTls,
        Optional<String> clientName,
        List<String> chain,
        Traffic traffic,
        Instant opened) {

    /** Copies the list. */
    public SessionStatus {
        chain = List.copyOf(chain);
    }
}
