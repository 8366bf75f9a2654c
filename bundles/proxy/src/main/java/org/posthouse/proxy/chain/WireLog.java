package org.posthouse.proxy.chain;

import java.util.Optional;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
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
import org.posthouse.intercept.SessionInfo;
import org.posthouse.intercept.TailView;
import org.posthouse.proxy.config.FailureMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each line of each session while the logger {@code org.posthouse.wire} is at TRACE. Credentials never print. */
final class WireLog implements InterceptorFactory {

    private static final Logger LOG = LoggerFactory.getLogger("org.posthouse.wire");
    private final Registered registered = Registered.plain("wire", false, Integer.MIN_VALUE, -1, this);
    private final Figures figures = new Figures("wire");

    Registered registered() {
        return registered;
    }

    /** The slot behind all others, if the log is on at this moment. */
    Optional<Slot> slot() {
        Slot.Terms terms = new Slot.Terms(0, 0, 0);
        return LOG.isTraceEnabled()
                ? Optional.of(new Slot(
                        registered.id(),
                        Optional.of(registered),
                        false,
                        FailureMode.OPEN,
                        terms,
                        Slot.Suspension.NONE,
                        0,
                        figures))
                : Optional.empty();
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.everything();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                log(session, command);
                return CommandVerdict.pass();
            }

            @Override
            public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                log(session, response);
                return ResponseVerdict.pass();
            }

            @Override
            public PartVerdict onTail(TailView line) {
                log(session, line);
                return PartVerdict.pass();
            }

            @Override
            public CommandVerdict onData(DataView line, Exchange exchange) {
                log(session, line);
                return CommandVerdict.pass();
            }

            @Override
            public void onSent(SentView line) {
                log(session, line);
            }
        };
    }

    private static void log(Session session, MessageView line) {
        LOG.trace("session={} {} {}", session.id(), line.direction().arrow(), line.text());
    }
}
