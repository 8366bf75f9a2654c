package org.posthouse.example.authallowlist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.ConfigurationKeys;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service. Names may be literals, so logins are held until they are whole; unknown commands may be logins. */
@Component(
        configurationPid = "org.posthouse.example.authallowlist",
        property = InterceptorFactory.ID + "=auth-allow-list")
@Designate(ocd = AuthAllowList.Config.class)
public final class AuthAllowList implements InterceptorFactory {

    /** What the file says. No defaults: the container would hand them to us as if the file had the keys. */
    @ObjectClassDefinition(
            name = "Posthouse example: auth-allow-list",
            description = "Lists with commas, an empty one admits all")
    @interface Config {
        @AttributeDefinition(required = false, description = "PLAIN, XOAUTH2 …; LOGIN is the command, too")
        String mechanisms();

        @AttributeDefinition(required = false, description = "fred, *@example.org")
        String users();

        @AttributeDefinition(required = false, description = "10.0.0.0/8, 2001:db8::/32")
        String networks();
    }

    private static final Logger LOG = LoggerFactory.getLogger(AuthAllowList.class);
    private static final Literals WHOLE = Literals.buffer(16384, Literals.WhenLarger.REFUSE);
    private volatile Rules rules = Rules.NONE;

    /** What it throws keeps it out of service: no guard that seems to be one. */
    @Activate
    void configure(Config file, Map<String, ?> keys) {
        ConfigurationKeys.check(keys, Config.class);
        rules = Rules.of(said(file.mechanisms()), said(file.users()), said(file.networks()));
        LOG.info("interceptor=auth-allow-list event=active {}", rules);
    }

    private static String said(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A file that is wrong, emptied or taken away changes nothing. */
    @Modified
    void modified(Config file, Map<String, ?> keys) {
        try {
            if (ConfigurationKeys.absent(keys)) {
                throw new IllegalArgumentException("its file is gone");
            }
            configure(file, keys);
        } catch (IllegalArgumentException e) {
            LOG.error("interceptor=auth-allow-list kept={} reason=\"{}\"", rules, e.getMessage());
        }
    }

    @Override
    public Interest interest(SessionInfo info) {
        Rules now = rules;
        List<Capability> auth = now.mechanisms().isEmpty() ? List.of() : List.of(Capability.of("AUTH"));
        return now.isEmpty()
                ? Interest.none()
                : Interest.of()
                        .commands(WHOLE, CommandName.LOGIN, CommandName.AUTHENTICATE)
                        .unknownCommands()
                        .data()
                        .hides(auth)
                        .keeps(now.mechanisms())
                        .adds(now.admitsMechanism("LOGIN") ? List.of() : List.of(Capability.LOGINDISABLED))
                        .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new AdmittedLogin(session, () -> rules);
    }
}
