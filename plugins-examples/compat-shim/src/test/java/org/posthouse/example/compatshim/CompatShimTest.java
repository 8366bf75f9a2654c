package org.posthouse.example.compatshim;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class CompatShimTest {

    private final CompatShim service = new CompatShim();

    @Test
    void shouldSayIdBeforeTheFirstSelectOnly() {
        id("posthouse");
        play("""
                C: a1 SELECT INBOX
                >S ${tag} ID ("name" "posthouse")
                >S
                S: * ID ("name" "server")
                S: ${tag} OK done
                >S a1 SELECT INBOX
                S>C * 3 EXISTS
                S>C a1 OK [READ-WRITE] selected
                C>S a2 EXAMINE Archive
                S>C a2 OK [READ-ONLY] selected
                """);
    }

    @Test
    void shouldGoOnWhenTheServerRefusesId() {
        id("posthouse");
        play("""
                C: a1 EXAMINE INBOX
                >S ${tag} ID ("name" "posthouse")
                S: ${tag} BAD what is ID
                >S a1 EXAMINE INBOX
                S>C a1 OK [READ-ONLY] selected
                """);
    }

    @Test
    void shouldLeaveItToAClientThatSaysIdItself() {
        id("posthouse");
        play("""
                C>S a1 ID ("name" "client")
                S>C * ID NIL
                S>C a1 OK done
                C>S a2 SELECT INBOX
                S>C a2 OK [READ-WRITE] selected
                """);
    }

    @Test
    void shouldAddTheTextThatAServerLeavesOut() {
        service.configure(Settings.of(CompatShim.Config.class, Map.of("text", "ok")));
        play("""
                C>S a1 SELECT INBOX
                S: * OK [HIGHESTMODSEQ 4811]
                >C * OK [HIGHESTMODSEQ 4811] posthouse: ok
                S: * OK [UIDNEXT  5]${sp}
                >C * OK [UIDNEXT  5] posthouse: ok${sp}
                S>C * OK [UIDVALIDITY 1] valid
                S>C * OK
                S>C a1 OK [READ-WRITE] selected
                """);
    }

    @Test
    void shouldKeepItsNameWhenTheNextIsWrong() {
        id("posthouse");
        id("posth\u00f6use");
        play("""
                C: a1 SELECT INBOX
                >S ${tag} ID ("name" "posthouse")
                S: ${tag} OK done
                >S a1 SELECT INBOX
                S>C a1 OK [READ-WRITE] selected
                """);
    }

    @Test
    void shouldChangeNothingWithoutAFile() {
        play("""
                C>S a1 SELECT INBOX
                S>C * OK [UIDNEXT 5]
                S>C a1 OK [READ-WRITE] selected
                """);
    }

    private void id(String name) {
        service.configure(Settings.of(CompatShim.Config.class, Map.of("id", name)));
    }

    private void play(String script) {
        try (Testkit kit = Testkit.with("compat-shim", service)) {
            kit.script(script);
        }
    }
}
