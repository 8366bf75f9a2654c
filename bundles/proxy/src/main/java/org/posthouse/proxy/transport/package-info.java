/**
 * Event loops, sockets and names: everything between the operating system and a session.
 *
 * <p>{@link org.posthouse.proxy.transport.Transport} owns the threads of a runtime.
 * {@link org.posthouse.proxy.transport.NameResolver} asks the operating system for addresses on threads of its own:
 * event loops never wait for a name. {@link org.posthouse.proxy.transport.UpstreamConnector} joins both into the way
 * to one server.
 */
@NullMarked
package org.posthouse.proxy.transport;

import org.jspecify.annotations.NullMarked;
