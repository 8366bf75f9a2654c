package org.posthouse.itest.plugins.sample;

import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** An interceptor that wants nothing. */
public final class Quiet implements InterceptorFactory {
    @Override
    public Interest interest(SessionInfo info) {
        return Interest.none();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {};
    }
}
