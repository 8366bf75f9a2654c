package org.posthouse.admin;

import org.osgi.annotation.versioning.ProviderType;

/** The one service through which a running proxy is looked at. Thread-safe; not to be called on an event loop. */
@ProviderType
public interface Administration {

    /** Everything, as it is now. */
    Status status();

    /** Whether new clients should be sent here, and if not, why. */
    default Readiness readiness() {
        return status().readiness();
    }
}
