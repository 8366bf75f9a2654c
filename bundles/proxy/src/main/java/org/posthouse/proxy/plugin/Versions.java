package org.posthouse.proxy.plugin;

import org.osgi.framework.Version;

/** Compares bundles as the log writes them, {@code name/1.2.3}. */
final class Versions {

    private Versions() {}

    /** As the framework writes it; a version that is none stays as it is, the framework will complain. */
    static String normal(String version) {
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException none) {
            return version;
        }
    }

    /** True if both are the same bundle and the first is older. */
    static boolean lower(String one, String other) {
        int slash = one.lastIndexOf('/');
        int cut = other.lastIndexOf('/');
        return slash > 0
                && cut > 0
                && one.substring(0, slash).equals(other.substring(0, cut))
                && Version.parseVersion(one.substring(slash + 1))
                                .compareTo(Version.parseVersion(other.substring(cut + 1)))
                        < 0;
    }
}
