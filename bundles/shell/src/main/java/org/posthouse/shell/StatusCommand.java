package org.posthouse.shell;

import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.admin.Administration;
import org.posthouse.admin.Status;

/** {@code bin/posthouse status [--json]}: 0 if ready, 69 if not. */
@Component(service = Function.class, property = "org.posthouse.control=status")
public final class StatusCommand implements Function<String, String> {

    private static final String READY = "0\n";
    private static final String NOT_READY = "69\n";
    private static final String USAGE = "64\n";

    private final Supplier<Status> now;

    /** Called by Declarative Services. */
    @Activate
    public StatusCommand(@Reference Administration administration) {
        this(administration::status);
    }

    StatusCommand(Supplier<Status> now) {
        this.now = now;
    }

    @Override
    public String apply(String arguments) {
        Status status = now.get();
        String code = status.readiness().ready() ? READY : NOT_READY;
        return switch (arguments.strip()) {
            case "" -> code + StatusTable.of(status);
            case "--json" -> code + StatusJson.of(status) + "\n";
            default -> USAGE + "unknown argument " + arguments.strip() + "\n";
        };
    }
}
