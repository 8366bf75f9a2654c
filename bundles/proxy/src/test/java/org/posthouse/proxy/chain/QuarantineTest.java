package org.posthouse.proxy.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuarantineTest {

    private final Registered guard = Registered.plain("guard", true, 0, 1, Nobody.FACTORY);
    private long now;
    private final Quarantine quarantine = new Quarantine(() -> now);

    @Test
    void shouldTakeThreeSessionsOfTwoAddressesWhenTheyFailWithinAMinute() {
        assertFalse(fails("s1", "a"));
        assertFalse(fails("s2", "a"));
        assertTrue(fails("s3", "b"));
        assertFalse(fails("s4", "b"), "it is there already");
        assertEquals(Set.of(1L), quarantine.among(List.of(guard)));
    }

    @Test
    void shouldNotLetOneClientSwitchItOffForAll() {
        for (int i = 0; i < 100; i++) {
            assertFalse(fails("s" + i, "one"));
        }
        assertEquals(Set.of(), quarantine.among(List.of(guard)));
    }

    @Test
    void shouldCountASessionOnceWhenItFailsAgain() {
        assertFalse(fails("s1", "a"));
        assertFalse(fails("s2", "b"));
        assertFalse(fails("s2", "b"));
        assertFalse(fails("s1", "a"));
    }

    @Test
    void shouldForgetWhenAMinuteHasPassed() {
        fails("s1", "a");
        fails("s2", "b");
        now = TimeUnit.SECONDS.toNanos(61);
        assertFalse(fails("s3", "c"));
    }

    @Test
    void shouldAdmitItAgainWhenItHasChangedOrIsAnotherService() {
        fails("s1", "a");
        fails("s2", "b");
        fails("s3", "c");
        assertEquals(Set.of(), quarantine.among(List.of(changed())));
        assertFalse(fails("s4", "d"));
        assertEquals(Set.of(), quarantine.among(List.of(Registered.plain("guard", true, 0, 2, Nobody.FACTORY))));
    }

    @Test
    void shouldForgetItsFailuresWhenAnOperatorAdmitsItAgain() {
        assertFalse(quarantine.readmit(1), "it isn't there");
        fails("s1", "a");
        fails("s2", "b");
        fails("s3", "c");

        assertTrue(quarantine.readmit(1));

        assertEquals(Set.of(), quarantine.among(List.of(guard)));
        assertFalse(fails("s4", "d"));
    }

    private Registered changed() {
        return new Registered(
                guard.id(),
                guard.mutate(),
                guard.failure(),
                false,
                false,
                0,
                guard.serviceId(),
                -1,
                guard.change() + 1,
                guard.lease(),
                guard.factory());
    }

    private boolean fails(String session, String address) {
        return quarantine.failed(new ListenerScope.Failure(guard, session, address));
    }
}
