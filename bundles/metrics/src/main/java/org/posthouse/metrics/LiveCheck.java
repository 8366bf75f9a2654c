package org.posthouse.metrics;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.admin.Administration;

/** Whether the proxy answers at all: a restart would help one that doesn't, and none that is only not ready. */
@Component(property = {HealthCheck.NAME + "=posthouse live", HealthCheck.TAGS + "=live"})
public final class LiveCheck implements HealthCheck {

    private final Administration administration;

    /** Called by Declarative Services. */
    @Activate
    public LiveCheck(@Reference Administration administration) {
        this.administration = administration;
    }

    @Override
    public Result execute() {
        int listeners = administration.status().listeners().size();
        return new Result(Result.Status.OK, "live, listeners: " + listeners);
    }
}
