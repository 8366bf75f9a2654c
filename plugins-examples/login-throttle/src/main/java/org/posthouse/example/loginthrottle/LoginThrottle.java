package org.posthouse.example.loginthrottle;

import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service; what it remembers of addresses is shared by all sessions. */
@Component(
        configurationPid = "org.posthouse.example.loginthrottle",
        property = InterceptorFactory.ID + "=login-throttle")
@Designate(ocd = LoginThrottle.Config.class)
public final class LoginThrottle implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

    /** What the file says; text, so that what can't be read is ours to report. */
    @ObjectClassDefinition(name = "Posthouse example: login-throttle")
    @interface Config {
        @AttributeDefinition(description = "Failed logins of an address that cost nothing, 0 to 1000")
        String free() default "3";

        @AttributeDefinition(description = "The longest delay in seconds, 1 to 15")
        String most() default "15";
    }

    private final FailedLogins failed;

    /** As the container makes it. */
    public LoginThrottle() {
        this(System::nanoTime);
    }

    LoginThrottle(LongSupplier clock) {
        failed = new FailedLogins(clock);
    }

    @Activate
    @Modified
    void configure(Config file) {
        try {
            failed.limits(
                    Integer.parseInt(file.free().trim()),
                    Integer.parseInt(file.most().trim()));
            LOG.info("interceptor=login-throttle event=active {}", failed);
        } catch (IllegalArgumentException wrong) {
            LOG.error(
                    "interceptor=login-throttle free={} most={} kept=\"{}\" reason=\"not 0 to 1000, 1 to 15\"",
                    file.free(),
                    file.most(),
                    failed);
        }
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of()
                .commands(CommandName.LOGIN, CommandName.AUTHENTICATE)
                .responses(ResponseName.NO)
                .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new ThrottledLogin(session, failed);
    }
}
