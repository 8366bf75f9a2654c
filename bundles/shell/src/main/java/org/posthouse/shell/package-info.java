/**
 * Administration in words: what {@code bin/posthouse status}, {@code bin/posthouse ctl} and the Gogo commands {@code imap:*} say and do.
 *
 * <h2>Contract</h2>
 *
 * <ol>
 *   <li><b>One set of verbs.</b> {@link org.posthouse.shell.Verbs} serves both; each answers with a text and an exit code.
 *   <li><b>The launcher</b> shares no class with this bundle: each command of its control socket is a {@link
 *       java.util.function.Function} service with the property {@code org.posthouse.control} = the command's name. Arguments in one line
 *       in; out come a first line with the exit code and then the text to print.
 *   <li><b>Thread.</b> Any but an event loop; a verb takes as long as {@link org.posthouse.admin.Administration} does.
 *   <li><b>Text of peers</b> (users, mailboxes, names of clients) is printed with control and invisible characters escaped: it can't move the
 *       cursor, forge a line or hide one.
 * </ol>
 */
@NullMarked
package org.posthouse.shell;

import org.jspecify.annotations.NullMarked;
