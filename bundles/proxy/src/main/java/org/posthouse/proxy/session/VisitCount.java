package org.posthouse.proxy.session;

import java.util.concurrent.atomic.LongAdder;
import org.posthouse.admin.Visits;

/** Sessions and logins of one listener since it was made. Thread-safe. */
final class VisitCount {

    private final LongAdder opened = new LongAdder();
    private final LongAdder loggedIn = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void opened() {
        opened.increment();
    }

    void loggedIn() {
        loggedIn.increment();
    }

    void loginFailed() {
        failed.increment();
    }

    Visits visits() {
        return new Visits(opened.sum(), loggedIn.sum(), failed.sum());
    }
}
