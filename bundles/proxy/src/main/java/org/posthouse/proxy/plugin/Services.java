package org.posthouse.proxy.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** How a bundle that runs does what it was put there for: its components, its interceptors, what it exports. */
final class Services {

    private final Components components;
    private final Interceptors interceptors;
    private final Exports exports;

    Services(
            BundleContext context,
            ServiceComponentRuntime runtime,
            LongPredicate followed,
            Function<Bundle, String> word,
            Predicate<Bundle> ships) {
        this.components = new Components(runtime);
        this.interceptors = new Interceptors(context, followed, word);
        this.exports = new Exports(context, ships);
    }

    /** The worst first. */
    Finding of(Bundle bundle) {
        List<Finding> all = new ArrayList<>();
        interceptors.of(bundle).ifPresent(all::add);
        components.of(bundle).ifPresent(all::add);
        exports.of(bundle).ifPresent(all::add);
        Optional<Finding> bad =
                all.stream().filter(finding -> !finding.serves()).findFirst();
        return bad.or(() -> all.stream().findFirst()).orElseGet(Finding::active);
    }
}
