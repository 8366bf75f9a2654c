package org.posthouse.intercept;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes an {@link Interceptor} for each session that it is interested in. Register it as an OSGi service.
 *
 * <p>Thread: {@code interest} and {@code attach} are called on the event loop of the session in question, from
 * several loops at once; neither may block. An exception counts as a failure of this id in that session.
 */
@ConsumerType
public interface InterceptorFactory {

    /** Service property, mandatory: the id by which listeners name this interceptor, {@code [a-z0-9-]+}. */
    String ID = "imap.interceptor.id";

    /** Service property: {@link #OBSERVE} or {@link #MUTATE}; decides the default failure mode. */
    String ROLE = "imap.interceptor.role";

    /** Value of {@link #ROLE}: only looks; fails open by default. */
    String OBSERVE = "observe";

    /** Value of {@link #ROLE} and its default: may decide; fails closed by default. */
    String MUTATE = "mutate";

    /**
     * Service property: {@code open} or {@code closed}, the author's choice above what the role gives and below the
     * operator's {@code interceptor.<id>.failure}.
     */
    String FAILURE = "imap.interceptor.failure";

    /**
     * Service property, needed to rewrite what a FETCH says of a message's content: in words, what it answers for
     * RFC822.SIZE, BODYSTRUCTURE, BINARY and partial fetches, whose clients rely on content that never changes. Shown to
     * operators.
     */
    String CHANGES_CONTENT = "imap.interceptor.changes-content";

    /** Service property: {@code start} joins new sessions only, {@code any} (default) also open ones. */
    String REQUIRES = "imap.interceptor.requires";

    /**
     * What it wants to see of this session; cheap and pure. {@link Interest#none()}: not in its chain. Asked when a session
     * begins or the interceptor joins it, and again in every open session when the service's properties have been
     * modified ({@code @Modified}): the same instance goes on with the new interest; from nothing to something attaches,
     * from something to nothing detaches.
     */
    Interest interest(SessionInfo info);

    /** A new instance for this session; called only when the interest is not {@link Interest#none()}. */
    Interceptor attach(Session session);
}
