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

    /** Service property: {@code start} joins new sessions only, {@code any} (default) also open ones. */
    String REQUIRES = "imap.interceptor.requires";

    /** What it wants to see of this session; cheap and pure. {@link Interest#none()}: not in its chain. */
    Interest interest(SessionInfo info);

    /** A new instance for this session; called only when the interest is not {@link Interest#none()}. */
    Interceptor attach(Session session);
}
