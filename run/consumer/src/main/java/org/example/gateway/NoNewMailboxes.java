package org.example.gateway;

import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** Answers CREATE itself; the server never sees it. */
record NoNewMailboxes(String words) implements InterceptorFactory {

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of().commands(CommandName.CREATE).build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                return CommandVerdict.no(words);
            }
        };
    }
}
