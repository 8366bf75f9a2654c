package org.posthouse.example.auditline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;
import org.posthouse.testkit.Plug;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.TestClock;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class AuditLineTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final TestClock clock = new TestClock();
    private final AuditLine service = new AuditLine(clock, line -> lines.add(line.replaceAll("session=\\S+ ", "")));

    @Test
    void shouldSayWhoDidWhatWhereHowLongAndHowItWent() {
        try (Testkit kit = audited().selected("INBOX")) {
            kit.script("""
                    C>S a1 UID FETCH 1 FLAGS
                    ! advance 0.25s
                    S>C * 1 FETCH (UID 7 FLAGS ())
                    S>C a1 OK done
                    """);
        }
        assertEquals("user=\"kit\" mailbox=\"INBOX\" command=\"UID FETCH\" ms=250 result=OK", last());
    }

    @Test
    void shouldNotSayASecret() {
        try (Testkit kit = audited().greeted()) {
            kit.script("""
                    C>S a1 LOGIN fred sesame
                    S>C a1 NO [AUTHENTICATIONFAILED] no
                    """);
        }
        assertEquals(List.of("user=- mailbox=- command=\"LOGIN\" ms=0 result=NO"), lines);
        assertFalse(lines.toString().contains("sesame"));
    }

    @Test
    void shouldSayWhatAnotherInterceptorRefused() {
        try (Testkit kit = audited().and("guard", new NoDelete())) {
            kit.script("""
                    C: a1 DELETE Archive
                    >C a1 NO posthouse: not here
                    >S
                    """);
        }
        assertEquals("user=\"kit\" mailbox=- command=\"DELETE\" ms=0 result=NO", last());
    }

    @Test
    void shouldKeepAClientFromWritingTheLog() {
        try (Testkit kit = audited().loggedIn("\"fred\\\" result=OK\"")) {
            kit.script("""
                    C>S a1 NOOP
                    S>C a1 OK done
                    """);
        }
        assertEquals("user=\"fred? result=OK\" mailbox=- command=\"NOOP\" ms=0 result=OK", last());
    }

    @Test
    void shouldSayWhatNeverHadAResult() {
        try (Testkit kit = audited()) {
            kit.script("""
                    C>S a1 NOOP
                    ! closes C
                    ! closed S
                    """);
        }
        assertTrue(last().endsWith("command=\"NOOP\" ms=0 result=none"), last());
    }

    @Test
    void shouldOnlySaySlowOnesAndFailuresWhenItsFileSaysSo() {
        service.configure(Settings.of(AuditLine.Config.class, Map.of("slow", "100")));
        service.configure(Settings.of(AuditLine.Config.class, Map.of("slow", "fast")));
        try (Testkit kit = audited()) {
            kit.script("""
                    C>S a1 NOOP
                    S>C a1 OK done
                    C>S a2 NOOP
                    ! advance 0.1s
                    S>C a2 OK done
                    C>S a3 CHECK
                    S>C a3 BAD what
                    """);
        }
        assertEquals(
                List.of(
                        "user=\"kit\" mailbox=- command=\"NOOP\" ms=100 result=OK",
                        "user=\"kit\" mailbox=- command=\"CHECK\" ms=0 result=BAD"),
                lines);
    }

    private Testkit audited() {
        return Testkit.with(Plug.of("audit-line", service).observing()).clock(clock);
    }

    private String last() {
        return lines.get(lines.size() - 1);
    }

    /** A guard behind the audit. */
    private static final class NoDelete implements InterceptorFactory {
        @Override
        public Interest interest(SessionInfo info) {
            return Interest.of().commands(CommandName.DELETE).build();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {
                @Override
                public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                    return CommandVerdict.no("not here");
                }
            };
        }
    }
}
