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
import org.posthouse.intercept.InterestBuilder;
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

        @AttributeDefinition(description = "The text to add where a server leaves it out; or empty")
        String text() default "";
    }

    private volatile String id = "";
    private volatile String text = "";

    @Activate
    @Modified
    void configure(Config file) {
        if (!file.id().matches("[ -~]{0,30}") || !file.text().matches("[ -~]{0,30}")) {
            LOG.error(
                    "interceptor=compat-shim kept=\"id={} text={}\" reason=\"more than 30 octets, or no ASCII\"",
                    id,
                    text);
            return;
        }
        id = file.id().trim();
        text = file.text().trim();
        LOG.info("interceptor=compat-shim event=active id=\"{}\" text=\"{}\"", id, text);
    }

    @Override
    public Interest interest(SessionInfo info) {
        InterestBuilder interest = Interest.of();
        if (!id.isEmpty()) {
            interest.commands(CommandName.ID, CommandName.SELECT, CommandName.EXAMINE);
        }
        return (text.isEmpty() ? interest : interest.responses(ResponseName.OK)).build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new MendedSession(session, () -> id, () -> text);
    }
}
