package org.posthouse.proxy.plugin;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** A requirement that nobody meets, in words. */
final class Lack {

    private static final Pattern FROM = Pattern.compile("(?<!!)\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("!\\(version>=([^)]+)\\)");
    private static final Pattern EXACT = Pattern.compile("\\(version=([^)]+)\\)");

    private Lack() {}

    static Finding of(BundleRequirement requirement, BundleContext context) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> ofPackage(filter, context);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                Finding.failed(
                        "needs Java " + group(EXACT, filter).orElse(filter) + ", this is Java "
                                + Runtime.version().feature(),
                        "run the proxy on that Java, or take a build of the plugin for this one");
            default ->
                Finding.failed(
                        "needs " + requirement.getNamespace() + " " + filter + ", which nobody offers",
                        "put a bundle that offers it into the plugin folder");
        };
    }

    private static Finding ofPackage(String filter, BundleContext context) {
        String name = group(Pattern.compile(Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^)]+)"), filter)
                .orElse(filter);
        Optional<Version> offered = offered(name, context);
        if (ApiPackages.contains(name) && offered.isPresent()) {
            return ofApi(name, filter, offered.get());
        }
        String there = offered.map(v -> "; " + v + " is there").orElse(", which nobody exports");
        return Finding.failed(
                "needs the package " + name + range(filter) + there,
                "put the bundle that exports it into the plugin folder, or embed the package; no plugin: take it out");
    }

    private static Finding ofApi(String name, String filter, Version here) {
        boolean newer = group(FROM, filter)
                .map(Version::parseVersion)
                .filter(wanted -> wanted.compareTo(here) > 0)
                .isPresent();
        return newer
                ? Finding.failed(
                        "was built against a newer API: needs " + name + range(filter) + ", this proxy has " + here,
                        "update the proxy, or take a version of the plugin for " + here)
                : Finding.failed(
                        "was built against an older API: needs " + name + range(filter) + ", this proxy has " + here,
                        "take a newer version of the plugin");
    }

    /** As the author wrote it: {@code [1.5,2)}. */
    private static String range(String filter) {
        Optional<String> from = group(FROM, filter);
        Optional<String> below = group(BELOW, filter);
        return from.map(low -> " [" + low + "," + below.orElse("∞") + ")").orElse("");
    }

    /** The highest version of a package that anybody exports. */
    private static Optional<Version> offered(String name, BundleContext context) {
        return Arrays.stream(context.getBundles())
                .flatMap(Lack::exports)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .max(Version::compareTo);
    }

    private static Stream<Map<String, Object>> exports(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleRevision.class))
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(capability -> capability.getAttributes());
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
