package org.posthouse.itest.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posthouse.itest.fixture.Await;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Listener;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Posthouse;
import org.posthouse.itest.fixture.ScriptedServer;
import org.posthouse.itest.fixture.Wire;

/** Who gets in, from where, and what changes something. Needs no browser. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class ConsoleAccessTest {
    private static final List<AutoCloseable> RUNNING = new java.util.ArrayList<>();
    private static final List<ConsoleRun> CONSOLE = new java.util.ArrayList<>();
    private static final List<Listener> LISTENER = new java.util.ArrayList<>();

    @BeforeAll
    static void start(Pki pki) {
        ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient());
        LISTENER.add(Listener.plain("live", server.port()));
        CONSOLE.add(ConsoleRun.start(pki, List.of(), LISTENER.get(0)));
        RUNNING.addAll(List.of(CONSOLE.get(0), server));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : RUNNING) {
            each.close();
        }
    }

    private static ConsoleRun console() {
        return CONSOLE.get(0);
    }

    @Test
    void shouldShowNothingWithoutThePassword() {
        for (String page : List.of(
                "posthouse",
                "posthouse.json",
                "posthouse/res/console.js",
                "bundles",
                "configMgr",
                "nowhere",
                "res/ui/webconsole.css",
                "")) {
            for (String[] credentials : List.of(
                    new String[0],
                    ConsoleRun.basic("admin:admin"),
                    ConsoleRun.basic("admin:"),
                    ConsoleRun.basic("root:" + console().password()),
                    new String[] {"Authorization", "Basic !!!"},
                    new String[] {"Authorization", "Bearer " + console().password()})) {
                assertEquals(401, console().get(page, credentials).statusCode(), page);
            }
        }
        assertFalse(console().get("posthouse.json").body().contains("live"));
        assertEquals(200, console().get("posthouse.json", console().basic()).statusCode());
    }

    @Test
    void shouldKeepThePasswordToItsOwnerAndOutOfTheLog() throws IOException {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(console().passwordFile())));
        assertTrue(console().password().length() >= 24);
        String log = console().posthouse().log();
        assertTrue(log.contains("password-file=" + console().passwordFile()), log);
        assertFalse(log.contains(console().password()), "the password is in the log");
    }

    @Test
    void shouldListenOnThisAddressAlone() throws IOException {
        assertThrows(
                ConnectException.class, () -> new Socket("127.0.0.2", console().port()).close());
        String port = String.format(":%04X", console().port());
        List<String> bound = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(ConsoleAccessTest::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words[3].equals("0A") && words[1].endsWith(port))
                .map(words -> words[1].replace("0000000000000000FFFF0000", ""))
                .toList();
        assertEquals(List.of("0100007F" + port), bound);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldRefuseANameThatSomebodysDnsPointsHere() throws IOException {
        String answer = raw("posthouse.json", "evil.example");
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertFalse(answer.contains("live"), answer);
    }

    @Test
    void shouldSayThatAQueryIsWrongWhenItCannotBeDecoded() throws IOException {
        String answer = raw("posthouse-sessions.json?q=%zz", "127.0.0.1");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertFalse(answer.contains("Exception"), answer);
    }

    @Test
    void shouldSayThatAFormIsWrongWhenItCannotBeDecoded() {
        String[] page = page();
        for (String target :
                List.of("posthouse", "posthouse-sessions", "configMgr/org.posthouse.listener~live", "bundles")) {
            for (String form : List.of("verb=%zz", "verb=%ff", "verb=%")) {
                HttpResponse<String> answer = console().post(target, form, page);
                assertEquals(400, answer.statusCode(), target + " " + form);
                assertEquals("posthouse: the query or the form can't be decoded\n", answer.body());
            }
        }
        assertEquals(
                401,
                console()
                        .post("posthouse", "verb=%zz", "Origin", console().origin())
                        .statusCode());
        assertFalse(
                console().posthouse().log().contains("BadMessage"),
                console().posthouse().log());
    }

    @Test
    void shouldSayThatAFormsQueryIsWrongWhenItCannotBeDecoded() throws IOException {
        String answer = raw("POST", "posthouse?q=%zz", "127.0.0.1", "X-Requested-With: curl\r\nContent-Length: 0\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
        assertFalse(answer.contains("Exception"), answer);
    }

    @Test
    void shouldTakeAnUploadWhenItsFormIsInParts() {
        HttpResponse<String> answer =
                console().upload("posthouse", Map.of("verb", "drain", "listener", "100%zz"), page());
        assertEquals(409, answer.statusCode(), answer.body());
    }

    @Test
    void shouldSayThatItEndsTheConnectionOfAFormThatItDoesNotRead() throws IOException {
        String answer = raw("POST", "posthouse", "evil.example", "Content-Length: 1000\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    }

    /** What no HTTP library would send. */
    private static String raw(String target, String host) throws IOException {
        return raw("GET", target, host, "Connection: close\r\n");
    }

    private static String raw(String method, String target, String host, String headers) throws IOException {
        try (Wire wire = Wire.plain(console().port())) {
            wire.send(method + " /system/console/" + target + " HTTP/1.1\r\nHost: " + host + ":"
                    + console().port() + "\r\n" + headers + "Authorization: "
                    + console().basic()[1] + "\r\n\r\n");
            return wire.rest();
        }
    }

    @Test
    void shouldChangeNothingForAnotherSitesPage() throws IOException {
        String login = console().basic()[1];
        String drain = "verb=drain&listener=live";
        String[] elsewhere = {"Authorization", login, "Origin", "http://evil.example"};
        String[] neighbour = {"Authorization", login, "Origin", "http://127.0.0.1:1"};
        String[] silent = {"Authorization", login};
        String[] secretless = {"Authorization", login, "Origin", console().origin()};
        for (String[] headers : List.of(elsewhere, neighbour, silent, secretless)) {
            assertEquals(403, console().post("posthouse", drain, headers).statusCode());
        }
        assertEquals(
                403,
                console()
                        .post("configMgr/org.posthouse.listener~live", "apply=1&delete=1", elsewhere)
                        .statusCode());
        assertEquals(
                403,
                console()
                        .get("configMgr/org.posthouse.listener~live?post=true&apply=1&delete=1", silent)
                        .statusCode());
        assertEquals(200, console().get("posthouse?" + drain, silent).statusCode());
        try (ImapClient client = ImapClient.plain(LISTENER.get(0).port())) {
            client.command("NOOP").orFail();
        }
    }

    @Test
    void shouldDoWhatIsAskedOnlyWhereItMakesSense() {
        String[] page = page();
        assertEquals(
                409,
                console().post("posthouse", "verb=drain&listener=nobody", page).statusCode());
        assertEquals(
                409,
                console()
                        .post("posthouse", "verb=off&listener=live&slot=nobody", page)
                        .statusCode());
        assertEquals(400, console().post("posthouse", "verb=explode", page).statusCode());
        assertEquals(
                400,
                console()
                        .post("posthouse", "verb=kick&sessions=everybody", page)
                        .statusCode());
    }

    /** The headers of a page of ours. */
    private static String[] page() {
        return new String[] {
            "Authorization", console().basic()[1], "Origin", console().origin(), "X-Posthouse-Page", secret()
        };
    }

    private static String secret() {
        return console()
                .get("posthouse", console().basic())
                .body()
                .replaceFirst("(?s).*data-secret=\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void shouldTakeAnotherPasswordAtOnceWhenItIsWrittenIntoTheFile() throws IOException {
        String old = console().password();
        Files.writeString(console().passwordFile(), "correct horse battery staple\n");
        try {
            assertEquals(
                    401,
                    console()
                            .get("posthouse.json", ConsoleRun.basic("admin:" + old))
                            .statusCode());
            assertEquals(
                    200,
                    console()
                            .get("posthouse.json", ConsoleRun.basic("admin:correct horse battery staple"))
                            .statusCode());
            Files.writeString(console().passwordFile(), "\n");
            assertEquals(
                    401,
                    console().get("posthouse.json", ConsoleRun.basic("admin:")).statusCode());
        } finally {
            Files.writeString(console().passwordFile(), old + "\n");
        }
    }

    @Test
    void shouldWarnOnceWhenOthersMayReadThePassword() throws IOException {
        Path file = console().passwordFile();
        String warning = "event=exposed file=" + file;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            for (int login = 0; login < 3; login++) {
                assertEquals(
                        200, console().get("posthouse.json", console().basic()).statusCode());
            }
            console().posthouse().logged(warning);
            assertEquals(2, console().posthouse().log().split(Pattern.quote(warning), -1).length);
        } finally {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void shouldServeWithoutAConsoleWhenItsPortIsTaken(Pki pki) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient())) {
            Listener listener = Listener.plain("alone", server.port());
            try (ConsoleRun run = ConsoleRun.on(taken.getLocalPort(), pki, List.of(), listener);
                    ImapClient client = ImapClient.plain(listener.port())) {
                client.command("NOOP").orFail();
                run.posthouse().logged("console stays off", "address=127.0.0.1:" + taken.getLocalPort());
                assertFalse(
                        run.posthouse().log().contains("Exception"),
                        run.posthouse().log());
            }
        }
    }

    @Test
    void shouldNotEvenInstallItWhenItIsOff(Pki pki) {
        try (ScriptedServer server = ScriptedServer.playing(ScriptedServer.obedient());
                Posthouse plain = Posthouse.start(pki, Listener.plain("plain", server.port()))) {
            Await.until("the framework's storage", () -> Files.isDirectory(plain.file("data/framework")));
            assertFalse(plain.log().contains(" console "), plain.log());
            assertFalse(Files.exists(plain.file("data/console.password")));
        }
    }
}
