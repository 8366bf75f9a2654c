package org.posthouse.proxy.plugin;

import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.posthouse.intercept.InterceptorFactory;

/** Turns what happens in the framework into two calls, which must return at once. */
final class FrameworkEvents implements Changes, BundleListener, FrameworkListener, AllServiceListener {

    // SCR counts its changes in a property of its service, so that a component's change is an event, too.
    private static final String SERVICES = "(|(objectClass=" + InterceptorFactory.class.getName() + ")(objectClass="
            + ServiceComponentRuntime.class.getName() + "))";
    private static final int MOVES = BundleEvent.INSTALLED | BundleEvent.UNINSTALLED | BundleEvent.UPDATED;

    private final BundleContext context;
    private final Runnable stirred;
    private final Runnable moved;

    /**
     * For a framework.
     *
     * @param stirred something changed
     * @param moved bundles came or went
     */
    FrameworkEvents(BundleContext context, Runnable stirred, Runnable moved) {
        this.context = context;
        this.stirred = stirred;
        this.moved = moved;
    }

    @Override
    public void listen() {
        try {
            context.addServiceListener(this, SERVICES);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        context.addBundleListener(this);
        context.addFrameworkListener(this);
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        context.removeBundleListener(this);
        context.removeFrameworkListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        ((event.getType() & MOVES) != 0 ? moved : stirred).run();
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        (event.getType() == FrameworkEvent.PACKAGES_REFRESHED ? moved : stirred).run();
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        stirred.run();
    }
}
