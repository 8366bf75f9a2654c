package org.posthouse.proxy.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how a listener's chain has changed. */
final class ChainLog {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerChain.class);

    private ChainLog() {}

    static void changed(String listener, ChainSnapshot next, long now) {
        LOG.info(
                "listener={} chain={} epoch={}",
                listener,
                next.slots().stream()
                        .filter(s -> s.served().isPresent())
                        .map(Slot::id)
                        .toList(),
                next.epoch());
        next.slots().stream()
                .filter(s -> s.served().isEmpty() && !s.suspended())
                .forEach(s -> vacant(listener, s, now));
        next.shadowed()
                .forEach(r -> LOG.warn(
                        "listener={} interceptor={} service={} event=shadowed reason=\"another service has this id\"",
                        listener,
                        r.id(),
                        r.serviceId()));
    }

    /** An update looks like this, too, so it is no error before the first refusal. */
    private static void vacant(String listener, Slot slot, long now) {
        if (slot.graceLeft(now) > 0) {
            LOG.warn(
                    "listener={} interceptor={} event=vacant reason=\"what it guards waits for a successor\"",
                    listener,
                    slot.id());
        } else if (slot.required()) {
            LOG.error(
                    "listener={} interceptor={} event=missing reason=\"new sessions are refused; write {}? if it is"
                            + " optional\"",
                    listener,
                    slot.id(),
                    slot.id());
        }
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
