package org.posthouse.example.appendlimit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** The service. A new limit holds for the next message of open sessions, too. */
@Component(configurationPid = "org.posthouse.example.appendlimit", property = InterceptorFactory.ID + "=append-limit")
@Designate(ocd = AppendLimit.Config.class)
public final class AppendLimit implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(AppendLimit.class);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([KMG]?)");

    /** All values are text: what can't be read then is ours to report. */
    @ObjectClassDefinition(name = "Posthouse example: append-limit")
    @interface Config {
        @AttributeDefinition(description = "The largest message that may be stored, in octets; K, M or G may follow")
        String limit() default "64M";
    }

    private volatile long limit = 64 << 20;

    @Activate
    @Modified
    void configure(Config file) {
        Optional<Long> octets = octets(file.limit().trim());
        octets.ifPresent(value -> limit = value);
        if (octets.isPresent()) {
            LOG.info("interceptor=append-limit event=active limit={}", limit);
        } else {
            LOG.error(
                    "interceptor=append-limit key=limit value=\"{}\" kept={} reason=\"not like 64M\"",
                    file.limit(),
                    limit);
        }
    }

    private static Optional<Long> octets(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int thousands = size.group(2).isEmpty() ? 0 : "KMG".indexOf(size.group(2)) + 1;
        return Optional.of(Long.parseLong(size.group(1)) << 10 * thousands);
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of()
                .commands(CommandName.APPEND, CommandName.REPLACE, CommandName.UID_REPLACE)
                .stateDependent(false)
                .build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new LimitedAppend(() -> limit);
    }
}
