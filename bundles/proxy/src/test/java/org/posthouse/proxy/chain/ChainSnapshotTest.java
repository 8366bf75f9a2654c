package org.posthouse.proxy.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
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
                named.slots().stream().map(s -> s.registered().serviceId()).toList());
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
        assertEquals(List.of("c"), ids(snapshot));
        assertEquals(List.of("a"), snapshot.missing());
        assertEquals(List.of("a"), snapshot.unguarded());
    }

    @Test
    void shouldLeaveSessionsOpenWhenTheMissingOneMayFailOpen() {
        ChainSnapshot snapshot = ChainSnapshot.of(1, refs("a"), Map.of("a", FailureMode.OPEN), List.of());
        assertEquals(List.of("a"), snapshot.missing());
        assertEquals(List.of(), snapshot.unguarded());
    }

    @Test
    void shouldTakeTheFailureModeFromTheOperatorThenFromTheRoleWhenBothSay() {
        Registered mutating = new Registered("m", true, false, 0, 1, new Nothing());
        Registered observing = new Registered("o", false, false, 0, 2, new Nothing());
        Registered overridden = new Registered("x:one", true, false, 0, 3, new Nothing());
        ChainSnapshot snapshot =
                ChainSnapshot.of(1, refs("*"), Map.of("x", FailureMode.OPEN), List.of(mutating, observing, overridden));
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
        return ChainSnapshot.of(1, refs(order), Map.of(), available);
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
        return new Registered(id, false, false, ranking, serviceId, new Nothing());
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
