package org.posthouse.example.loginthrottle;

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
@Component(configurationPid = "org.posthouse.example.loginthrottle", property = LoginThrottle.ID + "=login-throttle")
@Designate(ocd = LoginThrottle.Config.class)
public final class LoginThrottle implements InterceptorFactory {

    @ObjectClassDefinition(name = "Posthouse example: login-throttle")
    @interface Config {
        @AttributeDefinition(description = "Failed logins of an address that cost nothing, 0 to 99")
        String free() default "3";
    }

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
    private final FailedLogins failed = new FailedLogins(System::nanoTime);
    private volatile int free = 3;

    @Activate
    @Modified
    void configure(Config file) {
        if (!file.free().matches("[0-9]{1,2}")) {
            LOG.error("interceptor=login-throttle key=free kept={} reason=\"not 0 to 99\"", free);
            return;
        }
        free = Integer.parseInt(file.free());
        LOG.info("interceptor=login-throttle event=active free={}", free);
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
        return new ThrottledLogin(session, failed, () -> free);
    }
}
