package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.posthouse.testkit.Failures.fails;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** What the kit promises to find in an interceptor, it finds. */
@Tag("embedded")
class PromisesTest {

    private static final String NOOP = """
            C>S a1 NOOP
            S>C a1 OK done
            """;

    private final Peeping peeping = new Peeping();

    private void playNoop() {
        try (Testkit kit = Testkit.with(peeping.plug())) {
            kit.script(NOOP);
        }
    }

    @Test
    void shouldCloseQuietlyWhenTheContractIsKept() {
        playNoop();
        assertTrue(peeping.seen.containsAll(java.util.List.of("a1 NOOP", "a1 OK done", "detached: SESSION_CLOSED")));
    }

    @Test
    void shouldFindAViewThatIsUsedAfterItsCall() {
        AtomicReference<Optional<CommandView>> kept = new AtomicReference<>(Optional.empty());
        peeping.onCommand = command -> {
            kept.get().ifPresent(earlier -> {
                // The interceptor may swallow what is thrown: the kit remembers.
                assertThrows(IllegalStateException.class, earlier::text);
            });
            kept.set(Optional.of(command));
        };
        fails(this::playNoop, "CommandView.text() was called when the call that had lent it was over", ">S a1 NOOP");
    }

    @Test
    void shouldFindAViewThatIsUsedOnAnotherThread() {
        peeping.onCommand = command -> {
            Thread other = new Thread(() -> assertThrows(IllegalStateException.class, command::text), "elsewhere");
            other.start();
            join(other);
        };
        fails(this::playNoop, "CommandView.text() was called on thread elsewhere");
    }

    @Test
    void shouldFindASessionThatIsUsedOnAnotherThread() {
        fails(
                () -> {
                    try (Testkit kit = Testkit.with(peeping.plug())) {
                        kit.script(NOOP);
                        Session session = peeping.session.orElseThrow();
                        session.execute(() -> {});
                        assertThrows(IllegalStateException.class, session::authenticated);
                    }
                },
                "Session.authenticated() was called on thread");
    }

    @Test
    void shouldFindAnExceptionUnlessTheTestAsksForIt() {
        peeping.onCommand = command -> {
            throw new IllegalStateException("oh");
        };
        fails(this::playNoop, "peeping.onCommand threw java.lang.IllegalStateException: oh");
        try (Testkit kit = Testkit.with(peeping.plug())) {
            kit.script(NOOP);
            assertEquals(2, kit.failures().size());
        }
    }

    @Test
    void shouldFindANullWhereAVerdictIsDue() {
        InterceptorFactory broken = new InterceptorFactory() {
            @Override
            @SuppressWarnings("NullAway")
            public Interest interest(SessionInfo info) {
                return null;
            }

            @Override
            public Interceptor attach(Session session) {
                return new Interceptor() {};
            }
        };
        fails(
                () -> {
                    try (Testkit kit = Testkit.with(Plug.of("broken", broken).observing())) {
                        kit.session();
                    }
                },
                "broken.interest gave null");
    }

    @Test
    void shouldShowWhereTheLoopStandsWhenAnInterceptorWaits() {
        CountDownLatch never = new CountDownLatch(1);
        peeping.onCommand = command -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        fails(
                () -> {
                    try (Testkit kit = Testkit.with(peeping.plug()).patience(Duration.ofMillis(200))) {
                        kit.script(NOOP);
                    } finally {
                        never.countDown();
                    }
                },
                "the event loop is blocked",
                "CountDownLatch.await");
    }

    @Test
    void shouldFindCallsThatComeTooLateOrFromElsewhere() {
        Faults faults = new Faults();
        Watched watched = new Watched("late", peeping, () -> true, faults, new Dialogue());
        watched.begins("onCommand");
        assertEquals(0, faults.take().size());
        watched.gone();
        watched.begins("onCommand");
        new Watched("elsewhere", peeping, () -> false, faults, new Dialogue()).begins("onEvent");
        assertEquals(
                "[late.onCommand was called after the unplugging of late had returned, elsewhere.onEvent was called on thread "
                        + Thread.currentThread().getName() + ", not on the session's event loop]",
                faults.take().stream().map(Throwable::getMessage).toList().toString());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
