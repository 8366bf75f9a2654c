package org.posthouse.proxy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
import org.posthouse.intercept.SessionInfo;
import org.posthouse.intercept.TailView;
import org.posthouse.proxy.config.FailureMode;

/** An interceptor that does what a test tells it to. */
final class Meddler implements InterceptorFactory {

    /** Called with the literal and the chunk. */
    interface OnLiteral {
        void show(LiteralView literal, Bytes chunk, boolean last);
    }

    private final String id;
    private Interest interest;
    private final List<String> calls = new ArrayList<>();
    private BiFunction<Session, CommandView, CommandVerdict> command = (s, c) -> CommandVerdict.pass();
    private BiFunction<Session, DataView, CommandVerdict> data = (s, d) -> CommandVerdict.pass();
    private BiFunction<Session, ResponseView, ResponseVerdict> response = (s, r) -> ResponseVerdict.pass();
    private OnLiteral literal = (l, c, last) -> {};
    private boolean noting = true;

    Meddler(String id, Interest interest) {
        this.id = id;
        this.interest = interest;
    }

    static Meddler at(Interest interest) {
        return new Meddler("meddler", interest);
    }

    /** From now on it wants something else. */
    Meddler wants(Interest other) {
        interest = other;
        return this;
    }

    Meddler onCommand(BiFunction<Session, CommandView, CommandVerdict> what) {
        command = what;
        return this;
    }

    Meddler onData(BiFunction<Session, DataView, CommandVerdict> what) {
        data = what;
        return this;
    }

    Meddler onResponse(BiFunction<Session, ResponseView, ResponseVerdict> what) {
        response = what;
        return this;
    }

    Meddler onLiteral(OnLiteral what) {
        literal = what;
        return this;
    }

    /** As {@link #at}, for many threads: it writes down nothing. */
    static Meddler silent(Interest interest) {
        Meddler silent = at(interest);
        silent.noting = false;
        return silent;
    }

    /** What it was called for. */
    List<String> calls() {
        return calls;
    }

    Map<String, Object> properties(long serviceId, FailureMode mode) {
        return Map.of(ID, id, FAILURE, mode.word(), "service.id", serviceId, "service.bundleid", 7L);
    }

    private void note(String call) {
        if (noting) {
            calls.add(call);
        }
    }

    @Override
    public Interest interest(SessionInfo info) {
        return interest;
    }

    @Override
    public Interceptor attach(Session session) {
        note("attach");
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView view, Exchange exchange) {
                note("command " + view.name());
                return command.apply(session, view);
            }

            @Override
            public CommandVerdict onData(DataView view, Exchange exchange) {
                note("data");
                return data.apply(session, view);
            }

            @Override
            public ResponseVerdict onResponse(ResponseView view, Optional<Exchange> exchange) {
                note("response " + view.name());
                return response.apply(session, view);
            }

            @Override
            public void onLiteral(LiteralView view, Bytes chunk, boolean last) {
                note("literal " + chunk.length() + (last ? "." : ""));
                literal.show(view, chunk, last);
            }

            @Override
            public PartVerdict onTail(TailView line) {
                note("tail");
                return PartVerdict.pass();
            }

            @Override
            public void onDetach(DetachReason why) {
                note("detach " + why);
            }
        };
    }
}
