/**
 * The ordered chain of interceptors: the tracker that follows the OSGi services, one immutable snapshot per
 * listener and epoch, and what a session attaches of it ({@code design.md} §5, §7).
 */
@NullMarked
package org.posthouse.proxy.chain;

import org.jspecify.annotations.NullMarked;
