package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ListenerWatchTest {
    private final List<ExitCode> verdicts = new ArrayList<>();
    private final ListenerWatch watch = new ListenerWatch(2, verdicts::add);

    @Test
    void shouldEndOnceWhenEveryPortIsTaken() {
        watch.see("a", "opening");
        watch.see("a", "taken");
        watch.see("b", "opening");
        assertEquals(List.of(), verdicts);

        watch.see("b", "failed");
        watch.see("b", "taken");

        assertEquals(List.of(ExitCode.UNAVAILABLE), verdicts);
    }

    @Test
    void shouldStayWhenOneIsOpenWhateverFollows() {
        watch.see("a", "open");
        watch.see("b", "taken");
        watch.see("a", "failed");

        assertEquals(List.of(), verdicts);
    }

    @Test
    void shouldBlameTheConfigurationWhenAllAreInvalid() {
        watch.see("a", "invalid");
        watch.see("b", "invalid");

        assertEquals(List.of(ExitCode.CONFIGURATION), verdicts);
    }

    @Test
    void shouldStayWhenAnOperatorHasDrainedWhatIsNotTaken() {
        watch.see("a", "taken");
        watch.see("b", "drained");

        assertEquals(List.of(), verdicts);
    }
}
