package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** A line as it leaves the proxy; {@link #direction()} says to which side. */
@ProviderType
public interface SentView extends MessageView {

    /** Whether the proxy made or changed it; otherwise it is relayed byte for byte. */
    boolean ours();
}
