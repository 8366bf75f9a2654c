package org.posthouse.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

/** An interceptor that looks at everything, and does to a command what a test wants. */
final class Peeping implements InterceptorFactory {

    final List<String> seen = new CopyOnWriteArrayList<>();
    volatile Consumer<CommandView> onCommand = command -> {};
    volatile Optional<Session> session = Optional.empty();

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.everything();
    }

    @Override
    public Interceptor attach(Session attached) {
        session = Optional.of(attached);
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                seen.add(command.text());
                onCommand.accept(command);
                return CommandVerdict.pass();
            }

            @Override
            public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                seen.add(response.text());
                return ResponseVerdict.pass();
            }

            @Override
            public void onDetach(DetachReason why) {
                seen.add("detached: " + why);
            }
        };
    }

    /** Observing, under the id {@code peeping}. */
    Plug plug() {
        return Plug.of("peeping", this).observing();
    }
}
