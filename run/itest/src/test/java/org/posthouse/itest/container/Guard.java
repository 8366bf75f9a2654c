package org.posthouse.itest.container;

import java.util.concurrent.atomic.AtomicLong;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** Denies DELETE, or crashes over it. */
final class Guard implements InterceptorFactory {

    private final AtomicLong denied = new AtomicLong();
    private final AtomicLong crashed = new AtomicLong();
    private final AtomicLong afterwards = new AtomicLong();
    private volatile boolean crashing;
    private volatile boolean gone;

    void crashing(boolean on) {
        crashing = on;
    }

    boolean isCrashing() {
        return crashing;
    }

    /** Its service has been unregistered: from now on no call may come. */
    void gone() {
        gone = true;
    }

    long denied() {
        return denied.get();
    }

    long crashed() {
        return crashed.get();
    }

    long calledAfterwards() {
        return afterwards.get();
    }

    @Override
    public Interest interest(SessionInfo info) {
        return Interest.of().commands(CommandName.DELETE).build();
    }

    @Override
    public Interceptor attach(Session session) {
        return new Interceptor() {
            @Override
            public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                if (gone) {
                    afterwards.incrementAndGet();
                }
                if (crashing) {
                    crashed.incrementAndGet();
                    throw new IllegalStateException("as the test wants it");
                }
                denied.incrementAndGet();
                return CommandVerdict.no("nobody deletes here");
            }
        };
    }
}
