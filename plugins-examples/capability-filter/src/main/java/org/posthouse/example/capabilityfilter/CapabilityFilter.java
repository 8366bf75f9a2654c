package org.posthouse.example.capabilityfilter;

import java.util.ArrayList;
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
import org.posthouse.intercept.ConfigurationKeys;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service. An interest alone does it: the proxy takes the words out of every list that it relays, and refuses the
 * commands that belong to them.
 */
@Component(
        configurationPid = "org.posthouse.example.capabilityfilter",
        property = InterceptorFactory.ID + "=capability-filter")
@Designate(ocd = CapabilityFilter.Config.class)
public final class CapabilityFilter implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CapabilityFilter.class);

    /** What the file says. No default: the container would hand it to us as if the file had the key. */
    @ObjectClassDefinition(name = "Posthouse example: capability-filter")
    @interface Config {
        @AttributeDefinition(
                required = false,
                description = "Capabilities that clients must not see, with commas: IDLE, COMPRESS, AUTH=NTLM")
        String hide();
    }

    private volatile List<Capability> hidden = List.of();

    /** What it throws keeps it out of service. */
    @Activate
    void configure(Config file, Map<String, ?> keys) {
        ConfigurationKeys.check(keys, Config.class);
        List<Capability> read = new ArrayList<>();
        for (String word : Objects.requireNonNullElse(file.hide(), "").trim().split("[\\s,]+")) {
            if (!word.isEmpty()) {
                read.add(Capability.of(word));
            }
        }
        hidden = List.copyOf(read);
        LOG.info("interceptor=capability-filter event=active hide={}", hidden);
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
            LOG.error("interceptor=capability-filter kept={} reason=\"{}\"", hidden, e.getMessage());
        }
    }

    /** Asked again when the configuration changes, in open sessions too. */
    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of().hides(hidden).build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {};
    }
}
