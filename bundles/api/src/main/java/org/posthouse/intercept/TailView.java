package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** A later line of a message whose first line was shown. */
@ProviderType
public interface TailView extends MessageView {

    /** Whether it answers a continuation request (SASL, {@code DONE}) rather than standing behind a literal. */
    boolean data();
}
