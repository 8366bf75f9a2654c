package org.posthouse.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.Status;

@Tag("unit")
class VerbsTest {

    private final FakeAdministration administration = new FakeAdministration();
    private final Verbs verbs = new Verbs(administration);

    private Answer run(String line) {
        return verbs.run(Arrays.asList(line.split(" ")));
    }

    private void openSessions() {
        administration.sessions.add(FakeAdministration.session("main-1", "192.0.2.7:40000", "fred", "INBOX"));
        administration.sessions.add(FakeAdministration.session("main-2", "[2001:db8::7]:40001", "wilma", "Sent"));
    }

    @Test
    void shouldAlignColumnsWhenListenersAreShown() {
        assertEquals("""
                LISTENER  STATE  ADDRESS        SESSIONS  EPOCH  TLS       CERTIFICATE                 UPSTREAM              UPSTREAM.TLS
                main      open   127.0.0.1:143  0         3      implicit  until 2027-01-01T00:00:00Z  imap.example.org:993  implicit
                """, run("listeners").text());
    }

    @Test
    void shouldNameFilesThatAreNotInForceWhenListenersAreShown() {
        Verbs told = new Verbs(new FakeAdministration() {
            @Override
            public Status status() {
                Status usual = super.status();
                List<Reason> reasons = List.of(
                        new Reason(Reason.Kind.CONFIGURATION, "x.cfg", false, "kept back: tls: wrong", "mend it"),
                        new Reason(Reason.Kind.JAR, "y.jar", true, "broken", ""));
                return new Status(new Readiness(reasons), usual.listeners(), usual.jars());
            }
        });

        String text = told.run(List.of("listeners")).text();

        assertTrue(text.startsWith("LISTENER "), text);
        assertTrue(text.endsWith("\n\n  - configuration:x.cfg kept back: tls: wrong (mend it)\n"), text);
    }

    @Test
    void shouldShowRoleStateAndLatencyWhenChainsAreShown() {
        assertEquals("""
                CHAIN  ID     STATE  REQUIRED  ROLE    FAILURE  MESSAGES  P50  P99     FAILURES  EPOCH  INTEREST
                main   guard  off    yes       mutate  closed   7         2us  2000us  1         3      LOGIN
                """, run("chain main").text());
        assertEquals(new Answer(69, "there is no listener other\n"), run("chain other"));
    }

    @ParameterizedTest
    @CsvSource({
        "user=fred, main-1",
        "session=main-2, main-2",
        "address=192.0.2.0/24, main-1",
        "address=2001:db8::/32, main-2",
        "listener=main, main-1 main-2",
        "user=betty, ''"
    })
    void shouldShowTheSessionsThatFitWhenAFilterIsGiven(String filter, String expected) {
        openSessions();

        String shown = run("sessions " + filter)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(" ")[0])
                .collect(Collectors.joining(" "));

        assertEquals(expected, shown);
    }

    @Test
    void shouldShowAllAboutOneSessionWhenItIsAskedFor() {
        openSessions();

        String text = run("session main-1").text();

        assertTrue(text.contains("client name   mutt 2.2\n"), text);
        assertTrue(text.contains("phase         selected (idle)\n"), text);
        assertEquals(69, run("session main-9").code());
    }

    @Test
    void shouldKickWhoFitsAndCountThemWhenSomebodyDoes() {
        openSessions();

        assertEquals(Answer.done("1 session is ending\n"), run("kick user=fred come back later"));
        assertEquals(List.of("kick User[name=fred] come back later"), administration.told);
        assertEquals(69, run("kick user=fred").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kick",
                "kick everybody",
                "kick user=",
                "kick address=example.org",
                "kick address=192.0.2.0/33",
                "sessions nonsense=1",
                "sessions user=a user=b",
                "drain",
                "off main",
                "listeners please",
                "frobnicate"
            })
    void shouldSayHowItIsUsedAndDoNothingWhenArgumentsAreWrong(String line) {
        openSessions();

        assertEquals(Answer.USAGE, run(line).code());
        assertEquals(List.of(), administration.told);
    }

    @ParameterizedTest
    @CsvSource({
        "drain main, 0",
        "drain other, 69",
        "undrain main, 0",
        "off main guard, 0",
        "off main other, 69",
        "on main guard, 0",
        "readmit main guard, 69"
    })
    void shouldSayWhetherThereWasSuchAThingWhenSomethingIsSwitched(String line, int code) {
        assertEquals(code, run(line).code());
        assertEquals(1, administration.told.size());
    }

    @Test
    void shouldEscapeWhatPeersSayWhenItCouldForgeALineOrMoveTheCursor() {
        administration.sessions.add(FakeAdministration.session(
                "main-1", "192.0.2.7:1", "eve\nmain-2  192.0.2.8:1  fred", "\u001b[2J\u202egnp.exe\u2028\u009b1m"));

        for (String text : List.of(run("sessions").text(), run("session main-1").text())) {
            assertTrue(text.contains("eve\\u000amain-2"), text);
            assertTrue(text.contains("\\u001b[2J\\u202egnp.exe\\u2028\\u009b1m"), text);
        }
        assertEquals(2, run("sessions").text().lines().count());
    }

    @Test
    void shouldStayNarrowWhenNamesAreEndless() {
        for (int i = 0; i < 100; i++) {
            administration.sessions.add(
                    FakeAdministration.session("main-" + i, "192.0.2.7:1", "\u001b".repeat(30_000), "INBOX"));
        }

        assertTrue(run("sessions").text().lines().allMatch(line -> line.length() < 400));
    }

    @Test
    void shouldNameEveryVerbWhenHelpIsAskedFor() {
        String help = run("help").text();
        Set<String> gogo = Arrays.stream(GogoCommands.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());

        assertFalse(gogo.isEmpty());
        gogo.forEach(name -> assertTrue(help.contains("\n" + name + " "), name));
        assertEquals(gogo.size(), help.lines().count() - 2);
        assertEquals(help, verbs.run(List.of()).text());
    }

    @Test
    void shouldKeepSpacesInArgumentsWhenTheyComeByTheControlSocket() {
        openSessions();
        administration.sessions.add(FakeAdministration.session("main-3", "192.0.2.9:1", "fred flint+stone", "INBOX"));
        ControlVerbs control = new ControlVerbs(verbs);

        String answer = control.apply("kick user%3Dfred+flint%2Bstone so+long");

        assertEquals("0\n1 session is ending\n", answer);
        assertTrue(control.apply("%zz").startsWith("64\n"));
        assertTrue(control.apply("").startsWith("0\nVERB"));
    }

    @Test
    void shouldFailTheCommandWhenItIsRefusedInAShell() {
        GogoCommands gogo = new GogoCommands(verbs);

        assertEquals(run("stats").text(), gogo.stats());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> gogo.drain("other"));
        assertEquals("there is no listener other", refused.getMessage());
    }
}
