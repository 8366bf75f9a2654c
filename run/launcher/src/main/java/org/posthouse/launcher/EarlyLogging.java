package org.posthouse.launcher;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Lets SLF4J find Logback once, on the starting thread, as soon as the logging bundles are up and before anybody logs. Else two bundles that log
 * their first lines at the same time make SLF4J warn about it on standard error.
 */
final class EarlyLogging implements SynchronousBundleListener {
    private static final int LOGGING = 2;
    private final BundleContext context;
    private final Log log;

    EarlyLogging(BundleContext context, Log log) {
        this.context = context;
        this.log = log;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTING
                && event.getBundle().getBundleId() != 0
                && level(event.getBundle()) > LOGGING) {
            context.removeBundleListener(this);
            Arrays.stream(context.getBundles())
                    .filter(bundle -> "slf4j.api".equals(bundle.getSymbolicName()))
                    .findFirst()
                    .ifPresent(this::initialise);
        }
    }

    /** By reflection: the launcher's class path has no SLF4J, and must not have one. */
    private void initialise(Bundle slf4j) {
        try {
            slf4j.loadClass("org.slf4j.LoggerFactory")
                    .getMethod("getILoggerFactory")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError failure) {
            log.error("container", "logging does not start", Optional.of(failure));
        }
    }

    private static int level(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }
}
