package org.posthouse.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;

/** Whether a session is meant. */
record Fits(SessionStatus session) implements SessionFilter.Cases<Boolean> {

    @Override
    public Boolean session(SessionFilter.Session filter) {
        return session.id().equals(filter.id());
    }

    @Override
    public Boolean user(SessionFilter.User filter) {
        return session.user().filter(filter.name()::equals).isPresent();
    }

    @Override
    public Boolean address(SessionFilter.Address filter) {
        String client = session.client();
        String host = client.substring(0, Math.max(0, client.lastIndexOf(':'))).replaceAll("[\\[\\]]", "");
        try {
            // An address in digits: nothing is looked up.
            return !host.isEmpty() && filter.network().contains(InetAddress.getByName(host));
        } catch (UnknownHostException local) {
            return false;
        }
    }

    @Override
    public Boolean listener(SessionFilter.Listener filter) {
        return session.listener().equals(filter.name());
    }
}
