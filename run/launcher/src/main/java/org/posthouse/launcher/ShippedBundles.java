package org.posthouse.launcher;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps what is dropped into the plugin folder from changing what ships, now and at the next start, when the same jars are there before
 * everything is wired. Else taking a jar out again would restart the bundles that had come to depend on it, the proxy and its sessions with them.
 *
 * <ul>
 * <li>Bundles that ship are wired to each other only: not to a package that a plugin happens to export and Netty or Logback import
 *     optionally or dynamically. No plugin's fragment is attached to them.
 * <li>Nobody is wired to a plugin's copy of the API: it would be another class space, in which nobody sees an interceptor.
 * <li>FileInstall doesn't see them, nor the plugins of other files: it would update a bundle of the same name and version in place, and
 *     uninstall it with the file.
 * </ul>
 */
final class ShippedBundles implements ResolverHookFactory, ResolverHook, FindHook {
    private static final String WATCHER = "org.apache.felix.fileinstall";
    private static final List<String> API =
            List.of("org.posthouse.intercept", "org.posthouse.imap", "org.posthouse.admin");

    private final Predicate<Bundle> ships;

    /**
     * For a framework.
     *
     * @param ships whether a bundle belongs to the installation
     */
    ShippedBundles(Predicate<Bundle> ships) {
        this.ships = ships;
    }

    /** Before anything is installed. */
    void guard(BundleContext context) {
        String[] hooks = {ResolverHookFactory.class.getName(), FindHook.class.getName()};
        context.registerService(hooks, this, FrameworkUtil.asDictionary(Map.of()));
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        boolean shipped = ships.test(requirement.getRevision().getBundle());
        boolean host = BundleRevision.HOST_NAMESPACE.equals(requirement.getNamespace());
        candidates.removeIf(candidate -> {
            boolean offeredByUs = ships.test(candidate.getRevision().getBundle());
            return shipped && !offeredByUs || host && !shipped && offeredByUs || !offeredByUs && api(candidate);
        });
    }

    private static boolean api(BundleCapability candidate) {
        Object name = candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        return name instanceof String text
                && API.stream().anyMatch(ours -> text.equals(ours) || text.startsWith(ours + "."));
    }

    @Override
    public void find(BundleContext context, Collection<Bundle> bundles) {
        if (WATCHER.equals(context.getBundle().getSymbolicName())) {
            // It lists all bundles to look for twins only; it knows its own by their numbers and asks for them one by
            // one.
            boolean all = bundles.size() > 1;
            bundles.removeIf(bundle -> bundle.getBundleId() != 0 && (all || ships.test(bundle)));
        }
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {}

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void end() {}
}
