package org.posthouse.proxy.chain;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a listener's chain has changed. */
final class ChainLog {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerChain.class);

    private ChainLog() {}

    static void changed(String listener, ChainSnapshot next) {
        LOG.info(
                "listener={} chain={} epoch={}",
                listener,
                next.slots().stream()
                        .filter(s -> s.served().isPresent())
                        .map(Slot::id)
                        .toList(),
                next.epoch());
        List<String> vacant = next.slots().stream()
                .filter(s -> s.served().isEmpty())
                .map(Slot::id)
                .toList();
        if (!vacant.isEmpty()) {
            LOG.error(
                    "listener={} missing={} event=vacant reason=\"what they guard is held, then refused; to do without"
                            + " them take them out of interceptors\"",
                    listener,
                    vacant);
        }
        next.shadowed()
                .forEach(r -> LOG.warn(
                        "listener={} interceptor={} service={} event=shadowed reason=\"another service has this id\"",
                        listener,
                        r.id(),
                        r.serviceId()));
    }

    static void quarantined(String listener, String slot) {
        LOG.error(
                "listener={} interceptor={} event=quarantined reason=\"failed in several sessions within 60 s\"",
                listener,
                slot);
    }

    /** An operator has switched a slot off or on, or readmitted who serves it. */
    static void switched(String listener, String slot, String event) {
        LOG.warn("listener={} interceptor={} event={} by=operator", listener, slot, event);
    }
}
