/**
 * How the proxy does: what a console, a shell, a health check or {@code bin/posthouse status} asks.
 *
 * <h2>Contract</h2>
 *
 * <ol>
 *   <li><b>Service.</b> The proxy registers one {@link org.posthouse.admin.Administration}. It is there while the proxy's
 *       bundle is active, also when nothing is ready.
 *   <li><b>Values.</b> Everything that it answers is an immutable copy of one moment; nothing refers to a live session,
 *       service or bundle. Numbers that belong together are read one after the other while sessions go on: they may
 *       differ by the messages in between.
 *   <li><b>Thread.</b> Any thread but an event loop; answers take no longer than reading a few counters per listener and
 *       interceptor. Only {@link org.posthouse.admin.Administration#sessions} asks the event loops, by posting.
 *   <li><b>Ready</b> means: each configured listener has its port, each guard is in its place, and each jar in the plugin
 *       folder does what it was put there for ({@link org.posthouse.admin.Reason.Kind}). A proxy that isn't ready goes on
 *       serving the sessions that it has.
 *   <li><b>Text</b> is for people and may change; the constants' names are for programs. Users' names, mailboxes and what
 *       clients call themselves stand in {@link org.posthouse.admin.SessionStatus} only, as the peers sent them: whoever shows them
 *       escapes them. No credential and no content is anywhere.
 * </ol>
 */
@NullMarked
@Export
@Version("2.0.0")
package org.posthouse.admin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
