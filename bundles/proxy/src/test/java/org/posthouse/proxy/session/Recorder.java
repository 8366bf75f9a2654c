package org.posthouse.proxy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.MessageView;
import org.posthouse.intercept.PartVerdict;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.SentView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.intercept.SessionInfo;
import org.posthouse.intercept.TailView;

/** An interceptor service that writes down what it sees, one line per call, and fails when told so. */
class Recorder implements InterceptorFactory {

    private final String id;
    private final Interest interest;
    private final List<String> seen;
    private final List<MessageView> views = new ArrayList<>();
    private String failingAt = "nothing";

    Recorder(String id, Interest interest) {
        this(id, interest, new ArrayList<>());
    }

    Recorder(String id, Interest interest, List<String> seen) {
        this.id = id;
        this.interest = interest;
        this.seen = seen;
    }

    /** Throws in calls whose line contains the text. */
    Recorder failingAt(String text) {
        failingAt = text;
        return this;
    }

    List<String> seen() {
        return seen;
    }

    /** Every view that it was ever shown. */
    List<MessageView> views() {
        return views;
    }

    Map<String, Object> properties(long serviceId, String role) {
        return Map.of(InterceptorFactory.ID, id, InterceptorFactory.ROLE, role, "service.id", serviceId);
    }

    @Override
    public Interest interest(SessionInfo info) {
        return interest;
    }

    private static String of(Optional<Exchange> exchange) {
        return exchange.map(x -> " of " + x.command() + "#" + x.number()).orElse("");
    }

    @Override
    public Interceptor attach(Session session) {
        note("attach");
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange x) {
                show("command " + command.name() + "/" + command.tag() + "#" + x.number(), command);
                return CommandVerdict.pass();
            }

            @Override
            public ResponseVerdict onResponse(ResponseView r, Optional<Exchange> x) {
                show("response " + r.name() + of(x), r);
                return ResponseVerdict.pass();
            }

            @Override
            public CommandVerdict onData(DataView line, Exchange x) {
                show("data", line);
                return CommandVerdict.pass();
            }

            @Override
            public PartVerdict onTail(TailView line) {
                show("tail", line);
                return PartVerdict.pass();
            }

            @Override
            public void onSent(SentView line) {
                show(line.ours() ? "sent ours" : "sent", line);
            }

            @Override
            public void onEvent(SessionEvent event) {
                note("event " + event.getClass().getSimpleName());
            }

            @Override
            public void onDetach(DetachReason why) {
                note("detach " + why);
            }
        };
    }

    private void show(String what, MessageView view) {
        views.add(view);
        note(what + " " + view.direction().arrow() + " " + view.text() + (view.complete() ? "" : " …"));
    }

    private void note(String line) {
        seen.add(id + " " + line);
        if (line.contains(failingAt)) {
            throw new IllegalStateException("told to fail");
        }
    }
}
