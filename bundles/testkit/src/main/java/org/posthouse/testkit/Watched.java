package org.posthouse.testkit;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** A factory under test: passes each call on, and notices those that should not be. Thread-safe, as factories are. */
final class Watched implements InterceptorFactory {

    private final String id;
    private final InterceptorFactory real;
    private final BooleanSupplier loop;
    private final Faults faults;
    private final Dialogue dialogue;
    private final AtomicInteger serving = new AtomicInteger();
    private volatile boolean gone;

    Watched(String id, InterceptorFactory real, BooleanSupplier loop, Faults faults, Dialogue dialogue) {
        this.id = id;
        this.real = real;
        this.loop = loop;
        this.faults = faults;
        this.dialogue = dialogue;
    }

    /** Its service has gone: no call may come any more. */
    void gone() {
        gone = true;
    }

    /** Instances that were attached and not detached. */
    int serving() {
        return serving.get();
    }

    @Override
    public Interest interest(SessionInfo info) {
        return called("interest", () -> {
            Lent.Loan<SessionInfo> lent = Lent.of(info, SessionInfo.class, loop, faults);
            try {
                return real.interest(lent.object());
            } finally {
                lent.guard().expire();
            }
        });
    }

    @Override
    public Interceptor attach(Session session) {
        Interceptor made = called(
                "attach",
                () -> real.attach(Lent.of(session, Session.class, loop, faults).object()));
        serving.incrementAndGet();
        Object watched = Proxy.newProxyInstance(
                Interceptor.class.getClassLoader(),
                new Class<?>[] {Interceptor.class},
                new WatchedCalls(this, made, loop, faults));
        return (Interceptor) watched;
    }

    void detached() {
        serving.decrementAndGet();
    }

    /** A call begins: here, now? */
    void begins(String method) {
        if (!loop.getAsBoolean()) {
            faults.misuse(id + "." + method + " was called on thread "
                    + Thread.currentThread().getName() + ", not on the session's event loop");
        }
        if (gone) {
            faults.misuse(id + "." + method + " was called after the unplugging of " + id + " had returned");
        }
    }

    void failed(String method, Throwable cause) {
        // What onDetach throws has no consequence: the engine doesn't count it.
        faults.failed(method.equals("onDetach") ? "" : id, id + "." + method, cause);
        dialogue.note(id + "." + method + " threw " + cause);
    }

    /** What a call gave back, for people who read the dialogue. */
    void gave(String method, Object result) {
        if (!result.toString().equals("PASS")) {
            dialogue.note(id + "." + method + " → " + result);
        }
    }

    void gaveNull(String method) {
        faults.failed(id, id + "." + method + " gave null");
        dialogue.note(id + "." + method + " gave null");
    }

    @SuppressWarnings("NullAway") // a foreign method may give null against its contract
    private <T> T called(String method, Supplier<T> call) {
        begins(method);
        try {
            T result = call.get();
            if (result == null) {
                gaveNull(method);
            }
            return result;
        } catch (Throwable e) {
            failed(method, e);
            throw e;
        }
    }
}
