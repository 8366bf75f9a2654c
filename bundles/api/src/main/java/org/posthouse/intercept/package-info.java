/**
 * What the author of an interceptor writes against.
 *
 * <p><b>Read this first: an IMAP literal announces its length before its first octet.</b> A transform of
 * unknown length therefore cannot stream; whoever wants to change the size of a literal has to hold it.
 *
 * <h2>Contract</h2>
 *
 * <ol>
 *   <li><b>Service.</b> An {@link org.posthouse.intercept.InterceptorFactory} is registered as an OSGi service
 *       with the property {@code imap.interceptor.id}. Each listener names the ids of its chain, in order, in
 *       the key {@code interceptors} of its configuration; {@code *} stands for any other.
 *   <li><b>Instances.</b> {@code attach} makes one {@link org.posthouse.intercept.Interceptor} per session: its
 *       fields are that session's state and need no lock. A factory whose {@code interest} is
 *       {@link org.posthouse.intercept.Interest#none()} is not in that session's chain at all and costs nothing.
 *   <li><b>Thread.</b> {@code interest}, {@code attach} and every method of an interceptor run on the event loop
 *       of their session, never two at a time for one session. They must not block. Factories are called from
 *       several loops at once. {@code @Activate}, {@code @Modified} and {@code @Deactivate} never run there.
 *   <li><b>Order.</b> Commands pass the chain from first to last, responses from last to first. A command is
 *       shown before it goes upstream, a response before it goes to the client.
 *   <li><b>Parts.</b> A message is shown line by line, literals are not part of the view: {@code onCommand} and
 *       {@code onResponse} get the first line, with {@code complete() == false} when a literal follows;
 *       {@code onTail} gets each later line of the same message. Lines over 64 KiB are shown cut, with
 *       {@code truncated() == true}; they are relayed whole.
 *   <li><b>Views are borrowed.</b> A view is valid during the call that got it. Later use throws
 *       {@link java.lang.IllegalStateException}; {@link org.posthouse.intercept.MessageView#text()} and
 *       {@link org.posthouse.intercept.MessageView#bytes()} give copies that may be kept.
 *   <li><b>Secrets.</b> {@code text()} never holds a credential: arguments of LOGIN, initial responses and lines
 *       of a SASL exchange, and arguments of commands that nobody knows read {@code ***}.
 *   <li><b>Verdicts.</b> A verdict is a value, the engine acts on it. This version knows
 *       {@code pass()} only; {@code null} is a failure.
 *   <li><b>Live sessions.</b> An interceptor whose bundle starts joins the sessions that are open, at the next
 *       message boundary of each direction: it never sees the tail of a message whose beginning it missed. When
 *       its service goes it leaves all sessions; {@code onDetach} is the last call ever, and <em>no new call
 *       happens after your {@code @Deactivate} returned</em>.
 *   <li><b>Failure.</b> An exception acts by the failure mode of its id in the listener's configuration:
 *       {@code open} (default for {@code role=observe}) logs it and the message goes on; {@code closed} (default
 *       for {@code role=mutate}) ends the session with {@code * BYE [UNAVAILABLE]}, and the message goes nowhere.
 * </ol>
 */
@NullMarked
@Export
@Version("1.0.0")
package org.posthouse.intercept;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
