package org.posthouse.example.appendlimit;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class AppendLimitTest {

    private final AppendLimit service = new AppendLimit();

    @Test
    void shouldRefuseBeforeAnOctetOfTheMessageIsAskedFor() {
        limit("1K");
        play("""
                C: a1 APPEND INBOX (\\Seen) {1025}
                >C a1 NO [TOOBIG] posthouse: a message may have 1024 octets
                >S

                C>S a2 NOOP
                S>C a2 OK done
                """);
    }

    @Test
    void shouldDiscardWhatAClientSendsWithoutWaiting() {
        limit("1K");
        play("""
                C: a1 APPEND INBOX {1025+}
                C: ${octets 1025}
                >C a1 NO [TOOBIG] posthouse: …
                >S

                C>S a2 NOOP
                S>C a2 OK done
                """);
    }

    @Test
    void shouldLetSmallerOnesPass() {
        limit("1K");
        play("""
                C>S a1 APPEND INBOX {1024}
                S>C + go ahead
                C>S ${octets 1024}
                S>C a1 OK stored
                """);
    }

    @Test
    void shouldJudgeEachMessageOfAMultiappend() {
        limit("1K");
        play("""
                C>S a1 APPEND INBOX {1000}
                S>C + go ahead
                C>S ${octets 1000} {1000}
                S>C + more
                C>S ${octets 1000}
                S>C a1 OK both stored
                """);
    }

    @Test
    void shouldEndTheSessionWhenALaterMessageIsTooBig() {
        limit("1K");
        play("""
                C>S a1 APPEND INBOX {5}
                S>C + go ahead
                C: hello {1025}
                >S hello${open}
                >C * BYE [TOOBIG] posthouse: a message may have 1024 octets
                ! closed C
                ! reset S
                """);
    }

    @Test
    void shouldCountThePartsTogetherWhereverCatenateStands() {
        limit("1K");
        play("""
                C>S a1 APPEND {5}
                S>C + go ahead
                C>S INBOX catenate  (TEXT {1000}
                S>C + go ahead
                C: ${octets 1000} TEXT {25}
                >S ${octets 1000}${open}
                >C * BYE [TOOBIG] posthouse: …
                ! closed C
                ! reset S
                """);
    }

    @Test
    void shouldCountThePartsOfACatenateTogether() {
        limit("1K");
        play("""
                C>S a1 APPEND INBOX CATENATE (TEXT {1000}
                S>C + go ahead
                C: ${octets 1000} TEXT {25}
                >S ${octets 1000}${open}
                >C * BYE [TOOBIG] posthouse: …
                ! closed C
                ! reset S
                """);
    }

    @Test
    void shouldTakeANewLimitInOpenSessionsAndKeepItWhenTheNextIsWrong() {
        try (Testkit kit = Testkit.with("append-limit", service)) {
            kit.script("""
                    C>S a1 APPEND INBOX {4096}
                    S: a1 NO not today
                    >C a1 NO not today
                    """);
            limit("4k");
            limit("2K");
            limit("many");
            kit.script("""
                    C: a2 APPEND INBOX {4096}
                    >C a2 NO [TOOBIG] posthouse: a message may have 2048 octets
                    """);
        }
    }

    private void limit(String text) {
        service.configure(Settings.of(AppendLimit.Config.class, Map.of("limit", text)));
    }

    private void play(String script) {
        try (Testkit kit = Testkit.with("append-limit", service)) {
            kit.script(script);
        }
    }
}
