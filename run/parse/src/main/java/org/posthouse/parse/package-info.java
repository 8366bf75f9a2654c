/**
 * {@code posthouse parse}: what the IMAP codec makes of octets, for people who look at a trace and for measuring the
 * codec from outside.
 *
 * <p>On a flat class path, in the launcher's process;
 *
 * import org.jspecify.annotations.NullMarked;
 *
 * single-threaded; reads one stream and writes one. Secrets (passwords,
 * SASL data, authorized URLs) are never written, and nothing of a message that couldn't be parsed.
 */
@NullMarked
package org.posthouse.parse;

import org.jspecify.annotations.NullMarked;
