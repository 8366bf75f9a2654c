package org.posthouse.intercept;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.CommandName;

/**
 * A command and its tagged result. The same object is shown with both; it is valid until the call that showed
 * the result returns, and is reused afterwards: keep {@link #number()}, not the object.
 */
@ProviderType
public interface Exchange {

    /** Counts the commands of a session, from 1; unique in the session, unlike the tag. */
    long number();

    /** The client's tag, or that of an interceptor's own command. */
    String tag();

    /** The command's name. */
    CommandName command();

    /** The id of the interceptor whose own command it is; empty for the client's. */
    Optional<String> origin();
}
