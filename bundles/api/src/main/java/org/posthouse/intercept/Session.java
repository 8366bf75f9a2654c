package org.posthouse.intercept;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.WriteLimits;

/**
 * A session as one of its interceptors sees it; valid from {@code attach} to {@code onDetach}, later use does nothing
 * and completes nothing. Thread: the session's event loop; {@link #execute} alone may be called from any.
 */
@ProviderType
public interface Session extends SessionInfo {

    /**
     * Says an untagged response of ours to the client: at once if nothing of a response is half said (so before the
     * response that is being decided on), else behind the one under way.
     *
     * @throws IllegalArgumentException for what is not a complete untagged response, and for EXPUNGE, EXISTS, RECENT,
     *     VANISHED, BYE and CAPABILITY, which are the server's to say
     */
    void untagged(Message response);

    /** Commands of the interceptor's own. */
    Upstream upstream();

    /**
     * What is asked for from now on, in this session; takes effect at the next message of each direction. What the
     * factory gave is in force again after STARTTLS and UNAUTHENTICATE: a guard that dropped out is back.
     */
    void interest(Interest changed);

    /**
     * The server's capabilities as the client is told them; empty while none was received since the last LOGIN,
     * AUTHENTICATE, STARTTLS or UNAUTHENTICATE.
     */
    Optional<List<Capability>> capabilities();

    /** What the server can be sent: pass it to {@code into} and {@code rewrite}. */
    WriteLimits serverTakes();

    /** What the client can be sent: pass it to {@code into} and {@code rewrite}. */
    WriteLimits clientTakes();

    /** A value that interceptors of this session share; kept until the session ends. */
    <T> Optional<T> attachment(AttachmentKey<T> key);

    /** Sets what others of this session may read. */
    <T> void attach(AttachmentKey<T> key, T value);

    /** Completes after that time, on the session's loop; never if the interceptor or the session has gone. */
    CompletionStage<Void> after(Duration time);

    /** Runs the task on the session's loop; not at all if the interceptor or the session has gone. Any thread. */
    void execute(Runnable task);
}
