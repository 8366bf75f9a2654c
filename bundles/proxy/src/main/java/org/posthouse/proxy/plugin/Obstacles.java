package org.posthouse.proxy.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Why a bundle doesn't run, in words that say what to do; the resolver's own are kept for what nobody foresaw. */
final class Obstacles {

    private final BundleContext context;
    private final Predicate<Bundle> ships;

    /**
     * Of a framework.
     *
     * @param ships whether a bundle belongs to the installation
     */
    Obstacles(BundleContext context, Predicate<Bundle> ships) {
        this.context = context;
        this.ships = ships;
    }

    Optional<Finding> of(Bundle bundle) {
        Optional<Finding> fragment =
                InstalledBundle.fragment(bundle) ? Optional.of(fragment(bundle)) : Optional.empty();
        return fragment.or(() -> missing(bundle)).or(() -> rival(bundle)).or(() -> stopped(bundle));
    }

    private Finding fragment(Bundle bundle) {
        String host = String.valueOf(bundle.getHeaders().get(Constants.FRAGMENT_HOST))
                .split(";", 2)[0]
                .strip();
        Optional<Bundle> found = named(host).filter(b -> !b.equals(bundle)).findFirst();
        if (found.isEmpty()) {
            return Finding.failed("is a fragment of " + host + ", which is not there", "put that bundle in, too");
        }
        return ships.test(found.get())
                ? Finding.failed(
                        "is a fragment of " + host
                                + ", a bundle of the installation, to which plugins can't be attached",
                        "make it a bundle of its own")
                : Finding.failed(
                        "is a fragment of " + host + ", which ran before it came",
                        "copy the jar of " + host + " again, so that it starts anew with it");
    }

    private Optional<Finding> missing(Bundle bundle) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        return Optional.ofNullable(bundle.adapt(BundleRevision.class))
                .flatMap(revision -> revision.getDeclaredRequirements(null).stream()
                        .filter(Obstacles::mandatory)
                        .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                        .findFirst()
                        .map(requirement -> Lack.of(requirement, context)));
    }

    private static boolean mandatory(BundleRequirement requirement) {
        return !"optional".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
                && "resolve".equals(requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve"))
                && !HostNamespace.HOST_NAMESPACE.equals(requirement.getNamespace());
    }

    /** Of two versions of a singleton only one can run. */
    private Optional<Finding> rival(Bundle bundle) {
        boolean singleton = String.valueOf(bundle.getHeaders().get(Constants.BUNDLE_SYMBOLICNAME))
                .replace(" ", "")
                .contains("singleton:=true");
        return named(String.valueOf(bundle.getSymbolicName()))
                .filter(other -> singleton && !other.equals(bundle) && other.getState() == Bundle.ACTIVE)
                .findFirst()
                .map(other -> Finding.failed(
                        "version " + other.getVersion() + " of " + bundle.getSymbolicName() + " runs, and only one may",
                        "remove one of the two jars"));
    }

    private static Optional<Finding> stopped(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()
                ? Optional.empty()
                : Optional.of(Finding.failed("was stopped by hand", "start it, or copy its jar again"));
    }

    private Stream<Bundle> named(String name) {
        return Arrays.stream(context.getBundles()).filter(b -> name.equals(b.getSymbolicName()));
    }
}
