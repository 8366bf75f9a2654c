package org.posthouse.proxy.session;

import java.util.Optional;
import org.posthouse.proxy.config.ListenerSettings;

/**
 * What a session takes from its listener when it is born, and keeps. Immutable; a changed configuration makes a
 * new one for new sessions.
 *
 * @param settings the listener's file
 * @param clientTls present unless {@code tls = off}
 * @param upstream the way to the server
 */
public record Gateway(ListenerSettings settings, Optional<ClientLegTls> clientTls, UpstreamDialer upstream) {}
