/**
 * Listeners: from a configuration in Config Admin to an open port, and back.
 *
 * <p>{@link org.posthouse.proxy.listener.ListenerComponent} is the only one that OSGi calls, once per
 * {@code org.posthouse.listener-NAME.cfg}. It hands everything on to a {@code Listener}, whose work is done in order
 * on threads of the {@link org.posthouse.proxy.listener.ProxyRuntime}, so that neither Config Admin nor SCR waits for
 * a port, a plugin or a name. No port opens before the {@link org.posthouse.proxy.plugin.PluginWatch} is open.
 *
 * <p>For each listener a {@link java.util.function.Supplier} is registered as service, for a launcher that shares no
 * class with us: see {@link org.posthouse.admin.ListenerState}.
 */
@NullMarked
package org.posthouse.proxy.listener;

import org.jspecify.annotations.NullMarked;
