package org.posthouse.proxy.session;

import java.net.InetSocketAddress;
import org.posthouse.admin.SessionFilter;

/** Whether a filter means a session. Thread: the session's loop. */
final class Meant implements SessionFilter.Cases<Boolean> {

    private final Session session;

    private Meant(Session session) {
        this.session = session;
    }

    static boolean is(SessionFilter which, Session session) {
        return which.match(new Meant(session));
    }

    @Override
    public Boolean session(SessionFilter.Session filter) {
        return session.id().equals(filter.id());
    }

    @Override
    public Boolean user(SessionFilter.User filter) {
        return session.state().authenticated()
                && session.facts().user().filter(filter.name()::equals).isPresent();
    }

    @Override
    public Boolean address(SessionFilter.Address filter) {
        return session.client().remoteAddress() instanceof InetSocketAddress internet
                && !internet.isUnresolved()
                && filter.network().contains(internet.getAddress());
    }

    @Override
    public Boolean listener(SessionFilter.Listener filter) {
        return session.listener().equals(filter.name());
    }
}
