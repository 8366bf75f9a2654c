package org.posthouse.proxy.chain;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.proxy.config.FailureMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an interceptor's service says of itself in its properties. */
final class Announced {

    private static final Logger LOG = LoggerFactory.getLogger(Announced.class);

    private Announced() {}

    /** The service; empty, and logged, if it has no id. */
    static Optional<Registered> read(InterceptorFactory factory, Map<String, ?> properties, Lease lease, long change) {
        String id = text(properties, InterceptorFactory.ID);
        if (id.isBlank()) {
            LOG.error(
                    "interceptor service={} event=ignored reason=\"no property {}\"",
                    serviceId(properties),
                    InterceptorFactory.ID);
            return Optional.empty();
        }
        String instance = text(properties, "instance");
        boolean mutate = !InterceptorFactory.OBSERVE.equals(text(properties, InterceptorFactory.ROLE));
        return Optional.of(new Registered(
                instance.isEmpty() ? id : id + ":" + instance,
                mutate,
                failure(text(properties, InterceptorFactory.FAILURE), mutate),
                "start".equals(text(properties, InterceptorFactory.REQUIRES)),
                !text(properties, InterceptorFactory.CHANGES_CONTENT).isEmpty(),
                properties.get(Constants.SERVICE_RANKING) instanceof Integer r ? r : 0,
                serviceId(properties),
                properties.get(Constants.SERVICE_BUNDLEID) instanceof Long b ? b : -1,
                change,
                lease,
                factory));
    }

    static long serviceId(Map<String, ?> properties) {
        return properties.get(Constants.SERVICE_ID) instanceof Long id ? id : -1;
    }

    private static FailureMode failure(String word, boolean mutate) {
        if (word.isEmpty()) {
            return mutate ? FailureMode.CLOSED : FailureMode.OPEN;
        }
        return FailureMode.OPEN.word().equals(word) ? FailureMode.OPEN : FailureMode.CLOSED;
    }

    private static String text(Map<String, ?> properties, String key) {
        Object value = properties.get(key);
        return value == null ? "" : value.toString().trim();
    }
}
