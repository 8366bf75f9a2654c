package org.posthouse.metrics;

import java.util.List;
import java.util.Locale;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;

/** What health checks say, as a page: 200 if each is well, else 503 with the reasons. */
final class Health {

    private static final int WELL = 200;
    private static final int UNWELL = 503;

    private Health() {}

    static Page of(List<HealthCheck> checks) {
        if (checks.isEmpty()) {
            return Page.text(UNWELL, "no check has answered\n");
        }
        boolean well = true;
        StringBuilder lines = new StringBuilder();
        for (HealthCheck check : checks) {
            Result result = result(check);
            well &= result.getStatus().ordinal() <= Result.Status.WARN.ordinal();
            for (ResultLog.Entry entry : result) {
                lines.append(entry.getStatus().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(entry.getMessage())
                        .append('\n');
            }
        }
        return Page.text(well ? WELL : UNWELL, (well ? "ok\n" : "not ok\n") + lines);
    }

    private static Result result(HealthCheck check) {
        try {
            return check.execute();
        } catch (RuntimeException failed) {
            return new Result(Result.Status.HEALTH_CHECK_ERROR, check.getClass().getName() + ": " + failed);
        }
    }
}
