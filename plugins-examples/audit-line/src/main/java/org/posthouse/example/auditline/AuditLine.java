package org.posthouse.example.auditline;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service. It only looks, so it fails open: a fault of it costs a line, never a session. */
@Component(
        configurationPid = "org.posthouse.example.auditline",
        property = {InterceptorFactory.ID + "=audit-line", InterceptorFactory.ROLE + "=" + InterceptorFactory.OBSERVE})
@Designate(ocd = AuditLine.Config.class)
public final class AuditLine implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLine.class);

    @ObjectClassDefinition(name = "Posthouse example: audit-line")
    @interface Config {
        @AttributeDefinition(description = "Only commands that took at least so many milliseconds, or failed")
        String slow() default "0";
    }

    private final LongSupplier clock;
    private final Consumer<String> out;
    private volatile long slow;

    /** As the container makes it. */
    public AuditLine() {
        this(System::nanoTime, line -> LOG.info("{}", line));
    }

    AuditLine(LongSupplier clock, Consumer<String> out) {
        this.clock = clock;
        this.out = out;
    }

    @Activate
    @Modified
    void configure(Config file) {
        String text = file.slow().trim();
        if (!text.matches("\\d{1,9}")) {
            LOG.error("interceptor=audit-line key=slow value=\"{}\" kept={} reason=\"not milliseconds\"", text, slow);
            return;
        }
        slow = Long.parseLong(text);
        LOG.info("interceptor=audit-line event=active slow={}", slow);
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of()
                .anyCommand()
                .responses(ResponseName.OK, ResponseName.NO, ResponseName.BAD)
                .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new AuditedSession(session, clock, () -> slow, out);
    }
}
