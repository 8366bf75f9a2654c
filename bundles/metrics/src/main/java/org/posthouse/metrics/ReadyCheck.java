package org.posthouse.metrics;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.admin.Administration;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;

/** Whether new clients should be sent here: {@link Administration#readiness()}. */
@Component(property = {HealthCheck.NAME + "=posthouse ready", HealthCheck.TAGS + "=ready"})
public final class ReadyCheck implements HealthCheck {

    private final Administration administration;

    /** Called by Declarative Services. */
    @Activate
    public ReadyCheck(@Reference Administration administration) {
        this.administration = administration;
    }

    @Override
    public Result execute() {
        Readiness readiness = administration.readiness();
        FormattingResultLog log = new FormattingResultLog();
        readiness.reasons().forEach(reason -> tell(log, reason));
        if (readiness.ready()) {
            log.info("ready");
        }
        return new Result(log);
    }

    private static void tell(FormattingResultLog log, Reason reason) {
        if (reason.blocks()) {
            log.temporarilyUnavailable("{} {}", reason.subject(), reason.reason());
        } else {
            log.info("{} {}", reason.subject(), reason.reason());
        }
    }
}
