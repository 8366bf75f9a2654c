package org.posthouse.proxy.config;

import java.time.Duration;
import java.util.Map;

/** The keys that most files never mention: time-outs, limits, quirks. */
final class Tuning {

    private Tuning() {}

    static Timeouts timeouts(Keys keys) {
        Timeouts usual = Timeouts.DEFAULTS;
        return new Timeouts(
                time(keys, "connect", usual.connect()),
                time(keys, "greeting", usual.greeting()),
                time(keys, "handshake", usual.handshake()),
                time(keys, "login", usual.login()),
                time(keys, "idle", usual.idle()),
                time(keys, "idle-command", usual.idleCommand()),
                time(keys, "stalled", usual.stalled()),
                time(keys, "stalled-idle", usual.stalledIdle()),
                time(keys, "drain", usual.drain()));
    }

    private static Duration time(Keys keys, String name, Duration usual) {
        return keys.optional("timeout." + name, Values::duration).orElse(usual);
    }

    static Limits limits(Keys keys) {
        Limits usual = Limits.DEFAULTS;
        // A head alone may take 1 KiB; the upper bounds keep what a stranger can make us hold before login in check.
        return new Limits(
                keys.optional("limit.line", Values.size(1024, 1 << 20)).orElse(usual.line()),
                keys.optional("limit.literal", Values.size(0, 1 << 20)).orElse(usual.literal()),
                keys.optional("limit.pipelined", Values.number(1, 10_000)).orElse(usual.pipelined()));
    }

    static Quirks quirks(Keys keys, Map<String, FailureMode> failure) {
        Quirks quirks = new Quirks(
                keys.optional("line-ends", Values.either("strict", "lenient")).orElse(false),
                keys.optional("lenient-heads", Values.either("off", "on")).orElse(false),
                keys.optional("unknown-literals", Values.either("refuse", "pass"))
                        .orElse(false),
                keys.optional("scram", Values.either("strip", "keep-bare")).orElse(false));
        // A head that the server reads otherwise than we do walks past a guard (design R9).
        if (quirks.lenientHeads() && failure.containsValue(FailureMode.CLOSED)) {
            keys.fault("lenient-heads", "is unsafe beside an interceptor whose failure mode is closed");
        }
        return quirks;
    }
}
