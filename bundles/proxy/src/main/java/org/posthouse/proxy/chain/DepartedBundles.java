package org.posthouse.proxy.chain;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells the tracker which bundles were uninstalled; a thing of its own, so that the tracker runs where no framework is. */
@Component(
        service = {},
        immediate = true)
public final class DepartedBundles implements BundleListener {

    private final InterceptorTracker tracker;
    private final BundleContext context;

    /** Called by Declarative Services. */
    @Activate
    public DepartedBundles(BundleContext context, @Reference InterceptorTracker tracker) {
        this.context = context;
        this.tracker = tracker;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            tracker.uninstalled(event.getBundle().getBundleId());
        }
    }

    /** Called by Declarative Services. */
    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
    }
}
