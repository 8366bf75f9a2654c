package org.posthouse.proxy.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.InterestBuilder;
import org.posthouse.intercept.Literals;
import org.posthouse.intercept.Literals.WhenLarger;

@Tag("unit")
class PlanTest {

    @Test
    void shouldWantNothingWhenNobodyIsThere() {
        assertTrue(Plan.EMPTY.isEmpty());
        assertEquals(Treatment.NONE, Plan.EMPTY.command(CommandSpec.LOGIN));
        assertEquals(Treatment.NONE, Plan.EMPTY.command(CommandSpec.UNKNOWN));
        assertFalse(Plan.EMPTY.numbered());
    }

    @Test
    void shouldNotLookAtNumberedDataWhenNobodyWantsIt() {
        assertFalse(plan(Interest.of().anyCommand()).numbered());
        assertFalse(plan(Interest.of().responses(ResponseName.OK, ResponseName.LIST))
                .numbered());
        assertTrue(plan(Interest.of().responses(ResponseName.EXISTS)).numbered());
        assertTrue(plan(Interest.of().responses(ResponseName.of("XNEW"))).numbered());
        assertTrue(plan(Interest.of().sent()).numbered());
    }

    @Test
    void shouldTreatUnknownCommandsAsWantedWhenSomebodyNamesOne() {
        assertFalse(plan(Interest.of().commands(CommandName.LOGIN))
                .command(CommandSpec.UNKNOWN)
                .shown());
        assertTrue(plan(Interest.of().commands(CommandName.of("XFOO")))
                .command(CommandSpec.UNKNOWN)
                .shown());
        assertTrue(plan(Interest.of().unknownCommands())
                .command(CommandSpec.UNKNOWN)
                .shown());
    }

    @Test
    void shouldHoldForTheLargestAndRefuseAtTheSmallestWhenSeveralBuffer() {
        Treatment both = plan(
                        Interest.of().commands(Literals.buffer(500, WhenLarger.REFUSE), CommandName.APPEND),
                        Interest.of().commands(Literals.buffer(900, WhenLarger.PASS), CommandName.APPEND),
                        Interest.of().anyCommand(Literals.observe()))
                .command(CommandSpec.APPEND);
        assertEquals(new Treatment(true, 900, 500, true, false), both);
    }

    @Test
    void shouldWaitBehindBarriersOnlyForWhoDependsOnTheState() {
        assertFalse(new Plan(List.of(Wish.of(Interest.of().anyCommand().build(), false))).stateDependent());
        assertTrue(new Plan(List.of(Wish.of(Interest.of().anyCommand().build(), true))).stateDependent());
        assertFalse(new Plan(List.of(Wish.of(Interest.of().anyResponse().build(), true))).stateDependent());
        assertFalse(plan(Interest.of().anyCommand().stateDependent(false)).stateDependent());
    }

    @Test
    void shouldCompileOnceWhenSessionsWantTheSame() {
        ListenerScope scope = new ListenerScope(new Watchdog(), System::nanoTime, failure -> {});
        Plan one = scope.plan(List.of(Wish.of(Interest.of().anyCommand().build(), true)));
        assertSame(one, scope.plan(List.of(Wish.of(Interest.of().anyCommand().build(), true))));
    }

    @Test
    void shouldCoverAllButWhatIsHarmlessWhenAGuardNeverSaidWhatItWants() {
        Plan plan = new Plan(List.of(Wish.unknown()));
        for (CommandSpec each : CommandSpec.all()) {
            boolean harmless = each == CommandSpec.NOOP || each == CommandSpec.LOGOUT;
            assertEquals(!harmless, plan.command(each).shown(), each::toString);
        }
        assertTrue(plan.command(CommandSpec.UNKNOWN).shown());
        assertFalse(plan.responses());
    }

    private static Plan plan(InterestBuilder... interests) {
        return new Plan(
                Arrays.stream(interests).map(b -> Wish.of(b.build(), true)).toList());
    }
}
