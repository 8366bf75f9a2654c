package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.posthouse.testkit.Failures.fails;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The language of scripts. */
@Tag("embedded")
class ScriptTest {

    private static Testkit kit() {
        return Testkit.with();
    }

    private static void play(String script) {
        try (Testkit kit = kit()) {
            kit.script(script);
        }
    }

    @Test
    void shouldCarryLinesBothWaysWhenNobodyIntercepts() {
        play("""
                # a remark
                C: a1 NOOP
                >S a1 NOOP
                S: * 3 EXISTS
                S: a1 OK done
                >C * 3 EXISTS
                >C a1 OK done

                C>S a2 NOOP
                S>C a2 OK done
                """);
    }

    @Test
    void shouldMeetWordsAndAnythingWhenTheLineSaysSo() {
        play("""
                C: a1 UID FETCH 7 FLAGS
                >S ${tag} UID FETCH ${uid} …
                S: * 1 FETCH (UID ${uid} FLAGS (\\Seen))
                >C * 1 FETCH (UID ${uid} …)
                S: ${tag} OK done
                >C~ a1 (OK|NO) (?<said>\\w+)
                C>S ${said} NOOP
                S>C done OK
                """);
    }

    @Test
    void shouldCarryLiteralsWhenTheirOctetsAreTheNextLine() {
        play("""
                C>S a1 APPEND INBOX {5}
                S>C + go
                C>S hello
                S>C a1 OK
                C>S a2 APPEND INBOX {100000}
                S>C + go
                C>S ${octets 100000 7}
                S>C a2 OK
                C>S a3 APPEND INBOX {6}
                S>C + go
                C>S ${hex 00FF C3}${nul}${cr}${lf} (\\Seen)
                S>C a3 OK
                """);
    }

    @Test
    void shouldSendNoLineEndWhenTheLineIsOpen() {
        play("""
                C: a1 NO${open}
                >S
                C: OP
                >S a1 NOOP
                S>C a1 OK
                """);
    }

    @Test
    void shouldHoldSessionsApartWhenTheyHaveNumbers() {
        play("""
                C: a1 NOOP
                C2: a1 NOOP
                >S a1 NOOP
                >S2 a1 NOOP
                S2>C a1 OK second
                S>C a1 OK first
                ! closes C2
                ! closed S2
                """);
    }

    @Test
    void shouldShowTheDialogueWhenALineIsNotMet() {
        fails(
                () -> play("""
                        C: a1 NOOP
                        >S a1 NOPE
                        """),
                "line 2 of the script",
                "the server should have received\n    >S a1 NOPE\nbut received\n    a1 NOOP",
                "C: a1 NOOP",
                ">C kit1 OK");
    }

    @Test
    void shouldSayWhatIsMissingWhenNothingOrHalfOfItCame() {
        try (Testkit kit = kit().patience(Duration.ofMillis(300))) {
            fails(() -> kit.script(">S a1 NOOP"), "but received nothing");
            kit.server().sends("* 1 FETCH (BODY[] {10}");
            fails(() -> kit.script(">C * 1 FETCH (BODY[] {10}\n>C ${octets 9}"), "0 of 9 generated octets came");
        }
    }

    @Test
    void shouldFailWhenSomethingCameThatTheScriptDoesNotSay() {
        fails(() -> play("C: a1 NOOP"), "the end of the script", "the server should have received nothing else");
        fails(() -> play("C: a1 NOOP\n\n>S a1 NOOP"), "line 2 of the script", "should have received nothing else");
        fails(() -> play("C: a1 NOOP\n>S"), "line 2 of the script", "should have received nothing else");
    }

    @Test
    void shouldFailWhenAConnectionEndsAndTheScriptDoesNotSaySo() {
        fails(() -> play("! open 1\n! advance 40m\n>C * BYE …"), "the proxy has ended the connection of the client");
        play("! open 1\n! advance 40m\n>C * BYE …\n! closed C\n! closed S");
        play("! closes C");
        play("! closes C\n! closed S");
    }

    @Test
    void shouldSayWhichOctetDiffersWhenGeneratedOnesAreNotTheSame() {
        fails(() -> play("""
                        C>S a1 APPEND INBOX {1000}
                        S>C + go
                        C: ${octets 1000 1}
                        >S ${octets 1000 2}
                        """), "octet 0 of 1000 generated ones differs");
    }

    @Test
    void shouldRefuseWhatIsNoScript() {
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> play("hello"))
                        .getMessage())
                .startsWith("line 1 of the script, hello"));
        assertThrows(IllegalArgumentException.class, () -> play("C: ${oc tets}"));
        fails(() -> play("C: a1 …"), "can't be sent");
        fails(() -> play("C: ${tag} NOOP"), "was not received so far");
        fails(() -> play("! jump"), "no directive jump");
    }

    @Test
    void shouldBeginWhereSettingsSayWhenThereIsAScript() {
        try (Testkit kit = kit().connected().capabilities("IMAP4rev1")) {
            kit.script("S>C * OK hello");
        }
        try (Testkit kit = kit().greeted()) {
            kit.script("C>S a1 LOGIN a b\nS>C a1 NO no");
        }
        try (Testkit kit = kit().preauthenticated().selected("INBOX")) {
            kit.script("C>S a1 FETCH 1 FLAGS\nS>C a1 OK done");
        }
        try (Testkit kit = kit()) {
            kit.script("");
            assertThrows(IllegalStateException.class, kit::greeted);
        }
    }

    @Test
    void shouldGenerateTheSameOctetsWhenLengthAndSeedAreTheSame() {
        assertEquals(Generated.octets(5000).crc32(), new Generated(5000, 0).crc32());
        assertTrue(Generated.octets(5000).crc32() != new Generated(5000, 1).crc32());
    }
}
