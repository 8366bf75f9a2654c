package org.posthouse.proxy.chain;

import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** Stands where an interceptor was, so that nothing of its bundle is kept alive. */
final class Nobody implements InterceptorFactory {

    static final InterceptorFactory FACTORY = new Nobody();
    static final Interceptor INTERCEPTOR = new Interceptor() {};

    private Nobody() {}

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.none();
    }

    @Override
    public Interceptor attach(Session session) {
        return INTERCEPTOR;
    }
}
