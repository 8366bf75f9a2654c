package org.posthouse.example.capabilityfilter;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class CapabilityFilterTest {

    private final CapabilityFilter service = new CapabilityFilter();

    @Test
    void shouldHideInEveryPlaceAndRefuseWhatIsHidden() {
        hide("idle, MOVE");
        try (Testkit kit = Testkit.with("capability-filter", service).connected()) {
            kit.script("""
                    S: * OK [CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS] ready
                    >C * OK [CAPABILITY IMAP4rev1 UIDPLUS] ready
                    C>S a1 CAPABILITY
                    S: * CAPABILITY IMAP4rev1 IDLE MOVE UIDPLUS
                    >C * CAPABILITY IMAP4rev1 UIDPLUS
                    S>C a1 OK done
                    C>S a2 LOGIN fred secret
                    S: a2 OK [CAPABILITY IMAP4rev1 MOVE IDLE] in
                    >C a2 OK [CAPABILITY IMAP4rev1] in

                    C: a3 IDLE
                    >C a3 BAD posthouse: …
                    C: a4 MOVE 1 Trash
                    >C a4 BAD posthouse: …
                    >S
                    """);
        }
    }

    @Test
    void shouldChangeNothingWithoutAFile() {
        try (Testkit kit = Testkit.with("capability-filter", service).connected()) {
            kit.script("""
                    S>C * OK [CAPABILITY IMAP4rev1 IDLE MOVE] ready
                    C>S a1 LOGIN fred secret
                    S>C a1 OK [CAPABILITY IMAP4rev1 IDLE MOVE] in
                    """);
        }
    }

    @Test
    void shouldTakeANewListInOpenSessionsAndKeepItWhenTheNextIsWrong() {
        try (Testkit kit = Testkit.with("capability-filter", service)) {
            kit.script("""
                    C>S a1 CAPABILITY
                    S>C * CAPABILITY IMAP4rev1 IDLE
                    S>C a1 OK done
                    """);
            hide("IDLE");
            hide("\"ID");
            kit.modified("capability-filter");
            kit.script("""
                    C>S a1 CAPABILITY
                    S: * CAPABILITY IMAP4rev1 IDLE
                    >C * CAPABILITY IMAP4rev1
                    S>C a1 OK done
                    """);
        }
    }

    @Test
    void shouldNotComeIntoServiceWhenAKeyIsMistyped() {
        CapabilityFilter.Config nothing = Settings.of(CapabilityFilter.Config.class, Map.of());
        assertThrows(IllegalArgumentException.class, () -> service.configure(nothing, Map.of("hides", "IDLE")));
    }

    private void hide(String list) {
        Map<String, String> file = Map.of("hide", list);
        Map<String, String> keys = Map.of("hide", list, "service.pid", "org.posthouse.example.capabilityfilter");
        service.modified(Settings.of(CapabilityFilter.Config.class, file), keys);
    }
}
