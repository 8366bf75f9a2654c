/**
 * What messages mean: commands, responses and their parts as values.
 *
 * <p>A view reads a {@link org.posthouse.imap.token.Message} ({@code message.view(LoginCommand.VIEW)}), is a record that
 * no constructor lets be invalid, and is written as a message of its own
 * ({@code value.message(…)}) or into the one that it was read from ({@code value.into(message, …)}): then only tokens
 * that say something else change, all other octets stay.
 *
 * <p>Names that anybody may extend (flags, fetch items, response codes) are classes with constants and admit what nobody
 * has defined yet; choices that the grammar closes are sealed, with {@code match}. Numbers are 64 bits wide. What must
 * not be seen is a {@link org.posthouse.imap.Secret}.
 *
 * <p>Values are immutable and may be used on any thread; one made from a message shares its octets.
 */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("2.0.0")
@NullMarked
package org.posthouse.imap.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
