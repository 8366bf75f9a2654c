package org.posthouse.proxy.session;

import java.util.concurrent.atomic.LongAdder;
import org.posthouse.admin.Visits;

/** Sessions and logins of one listener since it was made. Thread-safe. */
final class VisitCount {

    private final LongAdder loggedIn = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void loggedIn() {
        loggedIn.increment();
    }

    void loginFailed() {
        failed.increment();
    }

    Visits visits(long opened) {
        return new Visits(opened, loggedIn.sum(), failed.sum());
    }
}
