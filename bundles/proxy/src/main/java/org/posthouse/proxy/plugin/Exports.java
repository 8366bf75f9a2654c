package org.posthouse.proxy.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Packages that a plugin exports and bundles of the installation would take if they could: they import them optionally,
 * Netty its loggers and compressors. They run without, and go on so.
 */
final class Exports {

    private static final Pattern NAME = Pattern.compile(Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^)]+)");

    private final BundleContext context;
    private final Predicate<Bundle> ships;

    Exports(BundleContext context, Predicate<Bundle> ships) {
        this.context = context;
        this.ships = ships;
    }

    Optional<Finding> of(Bundle bundle) {
        Set<String> exported = exported(bundle).collect(Collectors.toSet());
        return exported.isEmpty()
                ? Optional.empty()
                : Arrays.stream(context.getBundles())
                        .filter(ships)
                        .flatMap(Exports::optional)
                        .filter(exported::contains)
                        .sorted()
                        .findFirst()
                        .map(Exports::remark);
    }

    private static Finding remark(String name) {
        return Finding.remark(
                "exports " + name + ", which bundles of the installation import optionally: they go on without it",
                "keep the package private unless another plugin imports it");
    }

    private static Stream<String> exported(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleRevision.class))
                .flatMap(r -> r.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(capability -> String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    private static Stream<String> optional(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleRevision.class))
                .flatMap(r -> r.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .filter(r -> "optional".equals(r.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                .map(r -> NAME.matcher(r.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "")))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
