package org.posthouse.example.compatshim;

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

/** The service. */
@Component(configurationPid = "org.posthouse.example.compatshim", property = InterceptorFactory.ID + "=compat-shim")
@Designate(ocd = CompatShim.Config.class)
public final class CompatShim implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CompatShim.class);

    /** What the file says. */
    @ObjectClassDefinition(name = "Posthouse example: compat-shim")
    @interface Config {
        @AttributeDefinition(
                description = "The name to say in ID before the first SELECT of a client that said none; or empty")
        String id() default "";
    }

    private volatile String id = "";

    @Activate
    @Modified
    void configure(Config file) {
        if (!file.id().matches("[ -~]{0,30}")) {
            LOG.error("interceptor=compat-shim key=id kept=\"{}\" reason=\"more than 30 octets, or not US-ASCII\"", id);
            return;
        }
        id = file.id().trim();
        LOG.info("interceptor=compat-shim event=active id=\"{}\"", id);
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of()
                .commands(CommandName.ID, CommandName.SELECT, CommandName.EXAMINE)
                .responses(ResponseName.OK)
                .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new MendedSession(session, () -> id);
    }
}
