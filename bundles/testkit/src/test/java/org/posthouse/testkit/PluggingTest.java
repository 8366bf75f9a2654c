package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.posthouse.testkit.Failures.fails;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Interceptors that come and go; many runs of a script. */
@Tag("embedded")
class PluggingTest {

    private final Peeping first = new Peeping();
    private final Peeping second = new Peeping();

    @Test
    void shouldShowOnlyWhatPassesWhileItIsPluggedIn() {
        try (Testkit kit = Testkit.with(first.plug())) {
            kit.script("""
                    C>S a1 NOOP
                    S>C a1 OK
                    ! unplug peeping
                    C>S a2 NOOP
                    S>C a2 OK
                    ! plug peeping
                    C>S a3 NOOP
                    S>C a3 OK
                    ! update peeping
                    C>S a4 NOOP
                    S>C a4 OK
                    """);
            kit.update("peeping", () -> second);
            kit.script("""
                    C>S a5 NOOP
                    S>C a5 OK
                    """);
        }
        assertEquals(
                List.of("a1 NOOP", "a3 NOOP", "a4 NOOP"),
                first.seen.stream().filter(s -> s.endsWith("NOOP")).toList());
        assertTrue(first.seen.contains("detached: LEFT_CHAIN"));
        assertEquals(
                List.of("a5 NOOP"),
                second.seen.stream().filter(s -> s.endsWith("NOOP")).toList());
    }

    @Test
    void shouldPassThemInTheirOrderWhenThereAreSeveral() {
        List<String> order = new ArrayList<>();
        first.onCommand = command -> order.add("first " + command.text());
        second.onCommand = command -> order.add("second " + command.text());
        try (Testkit kit = Testkit.with(
                Plug.of("one", first).observing(), Plug.of("other", second).observing())) {
            kit.script("C>S a1 NOOP\nS>C a1 OK");
        }
        assertEquals(List.of("first a1 NOOP", "second a1 NOOP"), order.subList(2, 4));
    }

    @Test
    void shouldRefuseSessionsWhenARequiredOneIsMissing() {
        try (Testkit kit = Testkit.with(first.plug().required()).connected()) {
            kit.unplug("peeping");
            kit.script("""
                    # its guard-grace
                    ! advance 11s
                    ! open 1
                    >C * BYE [UNAVAILABLE] posthouse: …
                    ! closed C
                    """);
        }
    }

    @Test
    void shouldPlayEveryWayToCutWhenAskedTo() {
        List<Peeping> made = new ArrayList<>();
        Testkit.with(Plug.of("peeping", () -> {
                            Peeping fresh = new Peeping();
                            made.add(fresh);
                            return fresh;
                        })
                        .observing())
                .everySplit()
                .script("""
                        C>S a1 APPEND INBOX {5}
                        S>C + go
                        C>S hello
                        S: * 1 EXISTS
                        S: a1 OK done
                        >C * 1 EXISTS
                        >C a1 OK done
                        """);
        assertTrue(made.size() > 20);
        made.forEach(each -> assertTrue(each.seen.contains("a1 OK done")));
    }

    @Test
    void shouldSayHowItWasCutWhenARunFails() {
        first.onCommand = command -> {
            throw new IllegalStateException("oh");
        };
        fails(
                () -> Testkit.with(first.plug()).everySplit().script("C>S a1 NOOP\nS>C a1 OK"),
                "threw java.lang.IllegalStateException",
                "sent whole");
    }
}
