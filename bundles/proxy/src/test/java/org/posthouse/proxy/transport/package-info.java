/** Names and connections, with lookups that the test decides and sockets on loopback. */
@NullMarked
package org.posthouse.proxy.transport;

import org.jspecify.annotations.NullMarked;
