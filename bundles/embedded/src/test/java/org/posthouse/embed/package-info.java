/** The proxy on a class path without OSGi, between a client and a server on loopback. */
@NullMarked
package org.posthouse.embed;

import org.jspecify.annotations.NullMarked;
