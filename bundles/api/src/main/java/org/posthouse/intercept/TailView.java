package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** A later line of a message whose beginning was shown. */
@ProviderType
public interface TailView extends MessageView {}
