/**
 * The IMAP vocabulary: names, capabilities and secrets as values.
 *
 * <p>Open sets (command names, response names, capabilities) are value classes with constants; they admit
 * unknown values, compare without regard to case (RFC 9051 §1.2) and can't hold anything that the grammar does
 * not: a value that exists can be written to the wire as it is.
 *
 * <p>Everything here is immutable (a {@link org.posthouse.imap.Secret} can only be wiped) and may be used on any
 * thread. Nothing here knows a buffer, a channel or a service.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("1.0.0")
@NullMarked
package org.posthouse.imap;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
