/**
 * One IMAP session: a client channel and a server channel on one event loop, and two one-way passes of framed
 * messages between them ({@code design.md} §3, §6, §9).
 *
 * <p>Everything here but {@link org.posthouse.proxy.session.ListenerSessions} runs only on the session's event
 * loop and has neither locks nor volatile fields. Buffers: {@code consume…} takes ownership, {@code view…} borrows.
 */
@NullMarked
package org.posthouse.proxy.session;

import org.jspecify.annotations.NullMarked;
