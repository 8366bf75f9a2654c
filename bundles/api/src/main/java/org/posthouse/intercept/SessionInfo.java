package org.posthouse.intercept;

import java.net.SocketAddress;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.view.MailboxName;

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

    /**
     * Who logged in, as the client named the user (for SASL the authorisation identity, else the authentication
     * identity), known before the tagged OK is shown; empty before that, after UNAUTHENTICATE, for PREAUTH and for mechanisms that don't say it readably.
     */
    Optional<String> user();

    /** The mailbox that is selected. */
    Optional<MailboxName> mailbox();
}
