/** Jars over time, in a framework that the test plays; no bundle is installed here. */
@NullMarked
package org.posthouse.proxy.plugin;

import org.jspecify.annotations.NullMarked;
