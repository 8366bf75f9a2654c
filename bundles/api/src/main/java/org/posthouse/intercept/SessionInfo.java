package org.posthouse.intercept;

import java.net.SocketAddress;
import org.osgi.annotation.versioning.ProviderType;

/** What is known of a session. Thread: the session's event loop. */
@ProviderType
public interface SessionInfo {

    /** Unique in this process; stands in every log line of the session. */
    String id();

    /** The listener's name: NAME of {@code org.posthouse.listener-NAME.cfg}. */
    String listener();

    /** The client's address. */
    SocketAddress clientAddress();

    /** Whether the client's leg is encrypted by now. */
    boolean encrypted();

    /** Whether a LOGIN, an AUTHENTICATE or a PREAUTH greeting has succeeded. */
    boolean authenticated();
}
