package org.posthouse.proxy.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.posthouse.proxy.config.Custody;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.config.InterceptorRef;

@Tag("unit")
class ChainSnapshotTest {

    @Test
    void shouldFollowTheConfiguredOrderWhenRankingSaysOtherwise() {
        assertEquals(
                List.of("b", "a", "d", "c"),
                ids(snapshot(
                        "b, a, *", service("a", 5, 1), service("b", 0, 2), service("c", 1, 3), service("d", 9, 4))));
    }

    @Test
    void shouldTakeNobodyElseWhenThereIsNoStar() {
        assertEquals(List.of("a"), ids(snapshot("a", service("a", 0, 1), service("b", 0, 2))));
    }

    @Test
    void shouldRunTheHighestRankedThenTheOldestWhenAnIdIsThereTwice() {
        ChainSnapshot named =
                snapshot("a, *", service("a", 0, 7), service("a", 0, 3), service("b", 0, 9), service("b", 4, 12));
        assertEquals(List.of("a", "b"), ids(named));
        assertEquals(
                List.of(3L, 12L),
                named.slots().stream()
                        .map(s -> s.served().orElseThrow().serviceId())
                        .toList());
    }

    @Test
    void shouldTellInstancesApartWhenTheyShareAnId() {
        assertEquals(
                List.of("capability:strict", "capability", "capability:other"),
                ids(snapshot(
                        "capability:strict, capability, *",
                        service("capability:other", 0, 1),
                        service("capability:strict", 0, 2),
                        service("capability", 0, 3))));
    }

    @Test
    void shouldMissWhatIsRequiredAndNotWhatIsOptionalWhenNobodyServes() {
        ChainSnapshot snapshot = snapshot("a, b?, c, *", service("c", 0, 1));
        assertEquals(List.of("a", "c"), ids(snapshot));
        assertEquals(List.of("a"), snapshot.missing());
        assertTrue(snapshot.refuses(System.nanoTime()));
    }

    @Test
    void shouldKeepAPlaceForWhoFailsClosedWhenItHasGone() {
        Registered guard = Registered.plain("guard", true, 0, 1, new Nothing());
        Registered audit = Registered.plain("audit", false, 5, 2, new Nothing());
        List<Slot> slots = new Arrangement(
                        rules("audit?, *", Map.of()),
                        List.of(),
                        Map.of("guard", new Arrangement.Gone(guard, 7), "audit", new Arrangement.Gone(audit, 7)),
                        Set.of(),
                        Set.of(),
                        Figures::new)
                .slots();
        assertEquals(List.of("guard"), slots.stream().map(Slot::id).toList());
        assertEquals(Optional.empty(), slots.get(0).served());
        assertEquals(7, slots.get(0).vacantSince());
    }

    @Test
    void shouldShowWhoIsShadowedWhenAnIdIsThereTwice() {
        ChainSnapshot snapshot = snapshot("*", service("a", 0, 7), service("a", 0, 3));
        assertEquals(
                List.of(7L),
                snapshot.shadowed().stream().map(Registered::serviceId).toList());
    }

    @Test
    void shouldTakeTheFailureModeFromTheOperatorThenFromTheRoleWhenBothSay() {
        Registered mutating = Registered.plain("m", true, 0, 1, new Nothing());
        Registered observing = Registered.plain("o", false, 0, 2, new Nothing());
        Registered overridden = Registered.plain("x:one", true, 0, 3, new Nothing());
        ChainSnapshot snapshot =
                snapshot(rules("*", Map.of("x", FailureMode.OPEN)), List.of(mutating, observing, overridden));
        assertEquals(
                List.of(FailureMode.CLOSED, FailureMode.OPEN, FailureMode.OPEN),
                snapshot.slots().stream().map(Slot::failure).toList());
    }

    private static List<String> ids(ChainSnapshot snapshot) {
        return snapshot.slots().stream().map(Slot::id).toList();
    }

    private static ChainSnapshot snapshot(String order, Registered... services) {
        List<Registered> available = new ArrayList<>(List.of(services));
        available.sort(Registered.ORDER);
        return snapshot(rules(order, Map.of()), available);
    }

    private static ChainSnapshot snapshot(ChainRules rules, List<Registered> available) {
        Arrangement arrangement = new Arrangement(rules, available, Map.of(), Set.of(), Set.of(), Figures::new);
        ListenerScope scope = new ListenerScope(new Watchdog(), System::nanoTime, failure -> {});
        return new ChainSnapshot(1, arrangement.slots(), arrangement.shadowed(), scope);
    }

    private static ChainRules rules(String order, Map<String, FailureMode> failure) {
        return new ChainRules(refs(order), failure, Custody.DEFAULTS);
    }

    private static List<InterceptorRef> refs(String order) {
        return Arrays.stream(order.split(", ")).map(ChainSnapshotTest::ref).toList();
    }

    private static InterceptorRef ref(String word) {
        if (word.equals("*")) {
            return new InterceptorRef.AnyOther();
        }
        String[] parts = word.replace("?", "").split(":");
        return new InterceptorRef.Named(
                parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(), word.endsWith("?"));
    }

    private static Registered service(String id, int ranking, long serviceId) {
        return Registered.plain(id, false, ranking, serviceId, new Nothing());
    }

    private static final class Nothing implements InterceptorFactory {
        @Override
        public Interest interest(SessionInfo info) {
            return Interest.none();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {};
        }
    }
}
