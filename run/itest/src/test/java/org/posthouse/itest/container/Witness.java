package org.posthouse.itest.container;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** Writes down each call that it gets, of all sessions, with its name in front. */
record Witness(String name, List<String> calls) implements InterceptorFactory {
    Witness(String name) {
        this(name, new CopyOnWriteArrayList<>());
    }

    /** Another one that writes to the same list under another name. */
    Witness named(String other) {
        return new Witness(other, calls);
    }

    boolean saw(String call) {
        return calls.contains(call);
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of().anyCommand().anyResponse().build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                calls.add(name + " command " + command.name());
                return CommandVerdict.pass();
            }

            @Override
            public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                calls.add(name + " response " + response.name());
                return ResponseVerdict.pass();
            }

            @Override
            public void onDetach(DetachReason why) {
                calls.add(name + " detach");
            }
        };
    }
}
