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
 *   <li><b>Interest.</b> Only what an {@link org.posthouse.intercept.Interest} names is shown. Per name it says how
 *       literals are treated ({@link org.posthouse.intercept.Literals}): streamed past unseen, streamed past under its
 *       eyes, held until the message is whole, or replaced by octets of another announced length.
 *   <li><b>Parts.</b> A message whose literal streams is shown up to that literal, with {@code complete() == false}: a
 *       verdict reaches what was shown, what stands behind the literal comes to {@code onTail} when part of the message
 *       has gone on already. Lines over 64 KiB are shown cut, with {@code truncated() == true}; they are relayed whole,
 *       and can't be rewritten.
 *   <li><b>Views are borrowed.</b> A view is valid during the call that got it. Later use throws
 *       {@link java.lang.IllegalStateException}; {@link org.posthouse.intercept.MessageView#message()},
 *       {@link org.posthouse.intercept.MessageView#text()} and {@link org.posthouse.intercept.MessageView#bytes()} give
 *       values that may be kept and used on any thread.
 *   <li><b>Secrets.</b> {@code text()} never holds a credential: arguments of LOGIN, initial responses and lines
 *       of a SASL exchange, and arguments of commands that nobody knows read {@code ***}.
 *   <li><b>Verdicts.</b> A verdict is a value, the engine acts on it: pass, rewrite, reply or drop, close, abort, or
 *       defer, which is the only way to wait. {@code null} and a verdict that isn't possible at that place are failures.
 *       Every octet outside a rewritten token stays as it was.
 *   <li><b>Barriers.</b> While the result of a command that changes the session's state is due (LOGIN, SELECT and the
 *       like), later commands are not shown to an interceptor that depends on the state
 *       ({@link org.posthouse.intercept.InterestBuilder#stateDependent}); they wait, in order.
 *   <li><b>Malformed</b> is a value: what can't be parsed but could be framed is shown, its views say Malformed, and
 *       {@code pass()} relays it byte for byte. A guard has to refuse it itself, and has to ask for
 *       {@link org.posthouse.intercept.InterestBuilder#unknownCommands()} if it judges by what a command does.
 *   <li><b>Live sessions.</b> An interceptor whose bundle starts joins the sessions that are open, at the next
 *       message boundary of each direction: it never sees the tail of a message whose beginning it missed. When
 *       its service goes it leaves all sessions; {@code onDetach} is the last call ever, and <em>no new call
 *       happens after your {@code @Deactivate} returned</em>.
 *   <li><b>Guards.</b> While one that fails closed has no serving instance (update, stop, quarantine), what it had asked
 *       for is held up to {@code guard-grace} (10 s) for its successor, then refused. It is never bypassed.
 *   <li><b>Failure.</b> An exception, an invalid verdict and a deferral over its time-out act by the failure mode of the
 *       id in the listener's configuration. {@code open} (default for {@code role=observe}): the message goes on as if
 *       the interceptor had passed it. {@code closed} (default for {@code role=mutate}): a command gets
 *       {@code NO [UNAVAILABLE]}, a response ends the session with {@code * BYE [UNAVAILABLE]}. Three failures in one
 *       session end that session (closed) or the interceptor's part in it (open); failures in three sessions of two
 *       addresses within 60 s put it into quarantine on that listener.
 * </ol>
 */
@NullMarked
@Export
@Version("1.1.0")
package org.posthouse.intercept;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
