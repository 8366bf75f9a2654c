/**
 * One IMAP message as a lossless tree of tokens, and how to change one token without changing another octet.
 *
 * <p>A {@link org.posthouse.imap.token.Message} is octets that a framer delimited. Its
 * {@link org.posthouse.imap.token.TokenTree} is made on first use, once, and shared; tokens are ranges of those octets,
 * so tokens and the separators between them concatenated are the message. What can't be parsed is a
 * {@link org.posthouse.imap.token.Parsed.Malformed} value with position and reason, never an exception; exceptions are
 * for callers who ask for what can't be written.
 *
 * <p>Everything here is immutable and may be used on any thread, except {@link org.posthouse.imap.token.TokenWriter} and
 * {@link org.posthouse.imap.token.Rewrite}, which belong to the one that made them. No {@code toString} shows octets: a
 * token can be a password.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("2.0.0")
@NullMarked
package org.posthouse.imap.token;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
