/**
 * Framing of IMAP streams, for the proxy only: where lines, parts of lines and literals begin and end.
 *
 * <p>Sans-I/O and pull style: a framer examines a range of the caller's buffer and reports <em>one</em> boundary as
 * an absolute reader index. It copies, slices and retains nothing and allocates nothing per event, so what nobody
 * asked for can leave exactly as it came. The buffer always belongs to the caller; a framer keeps no reference to it
 * between two calls, only counters, so the caller may compact or replace it as long as the bytes are the same.
 *
 * <p>Rules R1, R1a, R2, R6, R7, R9 of the design ({@code docs/}) hold here; what depends on who answered what (R3,
 * R4, R5, R8) is the session's, which steers with {@code reset} and with when it asks for the next event.
 *
 * <p>Nothing here is thread-safe: one framer per direction and session, on the session's event loop.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("0.1.0")
@NullMarked
package org.posthouse.imap.wire;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
