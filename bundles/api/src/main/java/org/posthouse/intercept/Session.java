package org.posthouse.intercept;

import org.osgi.annotation.versioning.ProviderType;

/** A session that an interceptor is attached to; valid from {@code attach} to {@code onDetach}. */
@ProviderType
public interface Session extends SessionInfo {}
