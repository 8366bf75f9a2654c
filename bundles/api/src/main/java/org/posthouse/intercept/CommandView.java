package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.CommandName;

/** The first line of a command (RFC 9051, section 6). */
@ProviderType
public interface CommandView extends MessageView {

    /** The client's tag; clients repeat tags. */
    String tag();

    /** The command's name in upper case, {@code UID FETCH} for the sub-commands of UID. */
    CommandName name();
}
