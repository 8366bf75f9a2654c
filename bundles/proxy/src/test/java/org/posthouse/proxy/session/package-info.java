/** Sessions between embedded channels, by scripts and by hand; and between sockets on loopback. */
@org.jspecify.annotations.NullMarked
package org.posthouse.proxy.session;
