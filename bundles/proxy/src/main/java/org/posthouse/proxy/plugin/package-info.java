/**
 * What lies in the plugin folder, and what became of each jar: FileInstall installs, updates and uninstalls, this package
 * watches and says. Each change of a jar's state is one line of the log with jar, reason and mend, once; the state is kept
 * for readiness. Ports wait for it at start ({@link org.posthouse.proxy.plugin.PluginWatch#opened()}).
 *
 * <p>Everything runs on one thread of its own, {@code posthouse-plugins-1}; events of the framework only wake it. Nothing
 * here touches a session. What a jar may do to the bundles that ship is bounded by the launcher's hooks, not here.
 */
@NullMarked
package org.posthouse.proxy.plugin;

import org.jspecify.annotations.NullMarked;
