package org.example.hello;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: one for the container. Listeners name it by its id; the file conf/org.example.hello.cfg is optional. */
@Component(configurationPid = "org.example.hello", property = InterceptorFactory.ID + "=hello")
@Designate(ocd = Hello.Config.class)
public final class Hello implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Hello.class);

    /** The keys of the file. */
    @ObjectClassDefinition(name = "hello")
    @interface Config {
        @AttributeDefinition(description = "What clients are told that want to delete a mailbox")
        String text() default "nothing is deleted today";
    }

    /** Read by all event loops, written by the container. */
    private volatile String text = "nothing is deleted today";

    /** Called before the service is there, and again whenever the file has changed. */
    @Activate
    @Modified
    void configure(Config file) {
        if (file.text().matches("[ -~]{1,200}")) {
            text = file.text();
            LOG.info("interceptor=hello event=active text=\"{}\"", text);
        } else {
            LOG.error("interceptor=hello key=text kept=\"{}\" reason=\"not 1 to 200 letters of US-ASCII\"", text);
        }
    }

    /** What it wants to see. All else passes without it, as the bytes that came. */
    @Override
    public Interest interest(SessionInfo session) {
        return Interest.of().commands(CommandName.DELETE).build();
    }

    /** One interceptor for each session. */
    @Override
    public Interceptor attach(Session session) {
        return new HelloSession(() -> text);
    }
}
