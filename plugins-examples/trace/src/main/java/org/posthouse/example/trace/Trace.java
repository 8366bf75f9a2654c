package org.posthouse.example.trace;

import org.osgi.service.component.annotations.Component;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service: the proxy finds it by the property {@code imap.interceptor.id} and asks it for an interceptor per
 * session. Start level, restarts and listeners are not its business.
 */
@Component(property = {InterceptorFactory.ID + "=trace", InterceptorFactory.ROLE + "=" + InterceptorFactory.OBSERVE})
public final class Trace implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);

    /** Everything: a trace is the one interceptor that should want it. */
    @Override
    public Interest interest(SessionInfo info) {
        return Interest.everything();
    }

    @Override
    public Interceptor attach(Session session) {
        return new TracedSession(session.id(), line -> LOG.info("{}", line));
    }
}
