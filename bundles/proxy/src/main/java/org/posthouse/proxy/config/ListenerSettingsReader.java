package org.posthouse.proxy.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one listener's configuration: every key understood, every file it names readable, or faults for all that
 * isn't. Has no state. Reads the certificate, key and trust files, so it blocks: never call it on an event loop.
 */
public final class ListenerSettingsReader {

    private static final String OWN_FOLDER = "conf/";

    /**
     * Reads a configuration.
     *
     * @param name the NAME in the file's name
     * @param source the file, as messages should name it
     * @param raw keys and values as Config Admin or a properties file holds them
     * @param base the {@code conf} folder: relative paths start there, with or without a leading {@code conf/}
     */
    public Outcome read(String name, String source, Map<String, ?> raw, Path base) {
        Keys keys = new Keys(source, raw);
        if (keys.none()) {
            return new Outcome.Faulty(List.of(new Fault(source, "-", "holds no configuration: the file is empty")));
        }
        Optional<ListenerSettings> settings = settings(keys, name, source, base);
        List<Fault> faults = keys.faults();
        if (faults.isEmpty() && settings.isPresent()) {
            Cautions cautions = new Cautions(settings.get());
            return new Outcome.Valid(settings.get(), cautions.warnings());
        }
        return new Outcome.Faulty(faults);
    }

    static Optional<ListenerSettings> settings(Keys keys, String name, String source, Path base) {
        Values.Parser<Path> path = text -> path(text, base);
        Optional<Endpoint> listen = keys.required("listen", Values::listen);
        Optional<ClientTls> tls = keys.required("tls", Values.oneOf(ClientTls.class));
        // Without TLS the files are never opened, so that they may be missing as well.
        boolean plain = tls.filter(ClientTls.OFF::equals).isPresent();
        boolean needed = tls.isPresent() && !plain;
        Optional<Path> certificate = file(keys, "certificate", needed, path);
        Optional<Path> key = file(keys, "key", needed, path);
        if (!plain) {
            NamedFiles.check(keys, certificate, key);
        }
        Optional<Endpoint> upstream = keys.required("upstream", Values::upstream);
        Optional<ServerTls> upstreamTls = keys.required("upstream.tls", Values.oneOf(ServerTls.class));
        Trust trust = trust(keys, base);
        List<InterceptorRef> interceptors = interceptors(keys);
        Map<String, FailureMode> failure = failure(keys, interceptors);
        Limits limits = Tuning.limits(keys);
        Quirks quirks = Tuning.quirks(keys, failure);
        Custody custody = custody(keys, interceptors);
        Timeouts timeouts = Tuning.timeouts(keys);
        if (listen.isEmpty() || tls.isEmpty() || upstream.isEmpty() || upstreamTls.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ListenerSettings(
                name,
                source,
                listen.get(),
                tls.get(),
                certificate,
                key,
                upstream.get(),
                upstreamTls.get(),
                trust,
                interceptors,
                failure,
                custody,
                timeouts,
                limits,
                quirks));
    }

    private static Optional<Path> file(Keys keys, String key, boolean needed, Values.Parser<Path> path) {
        return needed ? keys.required(key, path) : keys.optional(key, path);
    }

    private static List<InterceptorRef> interceptors(Keys keys) {
        Optional<List<InterceptorRef>> list = keys.optional("interceptors", InterceptorList::parse);
        // Written and left blank means none; not written means any.
        return list.orElseGet(() -> keys.has("interceptors") ? List.of() : InterceptorList.DEFAULT);
    }

    private static Map<String, FailureMode> failure(Keys keys, List<InterceptorRef> interceptors) {
        return perSlot(keys, interceptors, ".failure", Values.oneOf(FailureMode.class));
    }

    private static Custody custody(Keys keys, List<InterceptorRef> interceptors) {
        return new Custody(
                keys.optional("guard-grace", Values::duration).orElse(Custody.DEFAULTS.grace()),
                perSlot(keys, interceptors, ".deferral", Values::duration),
                perSlot(keys, interceptors, ".budget", Values.size(1024, 1 << 30)),
                keys.optional("limit.held", Values.size(1024 * 1024, Integer.MAX_VALUE))
                        .orElse(Custody.DEFAULTS.memory()));
    }

    private static <T> Map<String, T> perSlot(
            Keys keys, List<InterceptorRef> interceptors, String suffix, Values.Parser<T> parser) {
        Map<String, T> values = new HashMap<>();
        keys.between("interceptor.", suffix).forEach((key, slot) -> {
            keys.optional(key, parser).ifPresent(value -> values.put(slot, value));
            if (!InterceptorList.slot(slot) || !InterceptorList.admits(interceptors, slot)) {
                keys.fault(key, "'" + slot + "' is not in interceptors");
            }
        });
        return values;
    }

    private static Trust trust(Keys keys, Path base) {
        Trust trust = keys.optional("upstream.trust", text -> trust(text, base)).orElseGet(Trust.SystemTrust::new);
        NamedFiles.check(keys, trust);
        return trust;
    }

    private static Trust trust(String text, Path base) throws Refused {
        return switch (text) {
            case "system" -> new Trust.SystemTrust();
            case "none" -> new Trust.NoTrust();
            default -> new Trust.FileTrust(path(text, base));
        };
    }

    private static Path path(String text, Path base) throws Refused {
        try {
            return base.resolve(text.startsWith(OWN_FOLDER) ? text.substring(OWN_FOLDER.length()) : text)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException impossible) {
            throw new Refused("is no path");
        }
    }
}
