package org.posthouse.example.loginthrottle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
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
    private final IntSupplier free;
    private long login;

    ThrottledLogin(Session session, FailedLogins failed, IntSupplier free) {
        this.session = session;
        this.failed = failed;
        this.free = free;
    }

    /** 1 s, 2 s, 4 s … 15 s; the proxy lets nobody wait for more than 20 s. */
    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        login = exchange.number();
        int over = failed.of(session.clientAddress()) - free.getAsInt();
        Duration delay = Duration.ofSeconds(over > 3 ? 15 : 1L << over);
        return over < 0
                ? CommandVerdict.pass()
                : CommandVerdict.defer(session.after(delay).thenApply(later -> CommandVerdict.pass()));
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        exchange.filter(ended -> ended.number() == login).ifPresent(no -> failed.add(session.clientAddress()));
        return ResponseVerdict.pass();
    }
}
