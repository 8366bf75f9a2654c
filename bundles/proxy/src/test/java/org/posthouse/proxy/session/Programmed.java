package org.posthouse.proxy.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.posthouse.intercept.Bytes;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.LiteralView;
import org.posthouse.intercept.PartVerdict;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.intercept.SessionInfo;
import org.posthouse.intercept.TailView;

/** An interceptor service whose methods a test puts in place one by one. */
final class Programmed implements InterceptorFactory {

    /** What is done with a chunk of a literal. */
    interface OnLiteral {
        void show(LiteralView literal, Bytes chunk, boolean last);
    }

    private final String id;
    private final Interest interest;
    private Optional<Session> session = Optional.empty();
    private BiFunction<CommandView, Exchange, CommandVerdict> command = (c, x) -> CommandVerdict.pass();
    private BiFunction<ResponseView, Optional<Exchange>, ResponseVerdict> response = (r, x) -> ResponseVerdict.pass();
    private BiFunction<DataView, Exchange, CommandVerdict> data = (d, x) -> CommandVerdict.pass();
    private Function<TailView, PartVerdict> tail = t -> PartVerdict.pass();
    private OnLiteral literal = (l, c, last) -> {};
    private Consumer<SessionEvent> event = e -> {};

    String id() {
        return id;
    }

    Programmed(String id, Interest interest) {
        this.id = id;
        this.interest = interest;
    }

    Programmed onCommand(BiFunction<CommandView, Exchange, CommandVerdict> does) {
        command = does;
        return this;
    }

    Programmed onResponse(BiFunction<ResponseView, Optional<Exchange>, ResponseVerdict> does) {
        response = does;
        return this;
    }

    Programmed onData(BiFunction<DataView, Exchange, CommandVerdict> does) {
        data = does;
        return this;
    }

    Programmed onTail(Function<TailView, PartVerdict> does) {
        tail = does;
        return this;
    }

    Programmed onLiteral(OnLiteral does) {
        literal = does;
        return this;
    }

    Programmed onEvent(Consumer<SessionEvent> does) {
        event = does;
        return this;
    }

    /** The session that it was attached to last. */
    Session session() {
        return session.orElseThrow();
    }

    Map<String, Object> properties(long serviceId, String role) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ID, id);
        properties.put(ROLE, role);
        properties.put("service.id", serviceId);
        properties.put(CHANGES_CONTENT, "whatever a test needs");
        boolean passes = interest.literals().stream().anyMatch(l -> l.toString().contains("PASS"));
        properties.put(FAILURE, passes || role.equals(OBSERVE) ? "open" : "closed");
        return properties;
    }

    @Override
    public Interest interest(SessionInfo info) {
        return interest;
    }

    @Override
    public Interceptor attach(Session attached) {
        session = Optional.of(attached);
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView c, Exchange x) {
                return command.apply(c, x);
            }

            @Override
            public ResponseVerdict onResponse(ResponseView r, Optional<Exchange> x) {
                return response.apply(r, x);
            }

            @Override
            public CommandVerdict onData(DataView d, Exchange x) {
                return data.apply(d, x);
            }

            @Override
            public void onLiteral(LiteralView l, Bytes chunk, boolean last) {
                literal.show(l, chunk, last);
            }

            @Override
            public PartVerdict onTail(TailView line) {
                return tail.apply(line);
            }

            @Override
            public void onEvent(SessionEvent e) {
                event.accept(e);
            }

            @Override
            public void onDetach(DetachReason why) {
                // Nothing to clean up.
            }
        };
    }
}
