package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.ResponseName;

/** The first line of a response (RFC 9051, section 7). */
@ProviderType
public interface ResponseView extends MessageView {

    /** Data name such as {@code FETCH}, status such as {@code OK}, or {@code +} for a continuation request. */
    ResponseName name();

    /** Whether it is the tagged result of a command. */
    boolean tagged();
}
