package org.posthouse.example.loginthrottle;

import java.time.Duration;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;

/** Lets the attempt wait, not the answer: else who hears nothing at once would know that the password was wrong. */
final class ThrottledLogin implements Interceptor {

    private final Session session;
    private final FailedLogins failed;

    ThrottledLogin(Session session, FailedLogins failed) {
        this.session = session;
        this.failed = failed;
    }

    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        Duration delay = failed.delay(session.clientAddress());
        return delay.isZero()
                ? CommandVerdict.pass()
                : CommandVerdict.defer(session.after(delay).thenApply(later -> CommandVerdict.pass()));
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        if (exchange.map(Exchange::command).filter(ThrottledLogin::logsIn).isPresent()) {
            failed.failed(session.clientAddress());
        }
        return ResponseVerdict.pass();
    }

    private static boolean logsIn(CommandName command) {
        return command.equals(CommandName.LOGIN) || command.equals(CommandName.AUTHENTICATE);
    }
}
