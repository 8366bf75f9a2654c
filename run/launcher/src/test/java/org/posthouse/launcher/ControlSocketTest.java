package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class ControlSocketTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path data;

    private ExitCode ask(Path folder, String request) throws Refusal {
        return new ControlClient(folder).ask(request, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Refusal refused(Path folder) {
        return assertThrows(Refusal.class, () -> ask(folder, "status"));
    }

    private String why(Path folder) {
        return String.valueOf(refused(folder).getMessage());
    }

    @Test
    void shouldPrintTheTextAndEndWithTheCodeWhenAnswered() throws Exception {
        try (ControlSocket socket = ControlSocket.open(data, request -> "69\n" + request + ": größer\nand more\n")) {
            assertEquals(ExitCode.UNAVAILABLE, ask(data, "status --json"), socket::toString);
        }
        assertEquals("status --json: größer\nand more\n", printed());
    }

    @Test
    void shouldDoNothingByHalvesWhenARequestIsTooLong() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        Function<String, String> answers = request -> {
            done.add(request);
            return "0\n";
        };
        String reason = "a".repeat(5_000);
        try (ControlSocket socket = ControlSocket.open(data, answers);
                SocketChannel rude = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Refusal refusal = assertThrows(Refusal.class, () -> ask(data, "ctl kick user=fred " + reason));
            assertEquals(ExitCode.USAGE, refusal.code(), socket::toString);

            rude.connect(UnixDomainSocketAddress.of(ControlSocket.in(data)));
            ControlLine.write(rude, "ctl kick user=fred " + reason + "\n");
            assertThrows(IOException.class, () -> assertEquals("", ControlLine.readAll(rude), "an answer"));
        }
        assertEquals(List.of(), done);
    }

    @Test
    void shouldBeForItsOwnerOnlyWhenOpened() throws Exception {
        Files.createDirectory(data.resolve("control"));
        Files.setPosixFilePermissions(data.resolve("control"), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (ControlSocket socket = ControlSocket.open(data, request -> "0\n")) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))),
                    socket::toString);
        }
    }

    @Test
    void shouldTakeThePlaceOfASocketThatWasLeftBehindWhenOpened() throws Exception {
        leaveBehind();
        try (ControlSocket socket = ControlSocket.open(data, request -> "0\nhere\n")) {
            assertEquals(ExitCode.OK, ask(data, "status"), socket::toString);
        }
        assertFalse(Files.exists(ControlSocket.in(data)), "removed at the end");
    }

    @Test
    void shouldSayThatItDoesNotRunWhenItsSocketWasLeftBehind() throws Exception {
        leaveBehind();

        assertEquals(ExitCode.UNAVAILABLE, refused(data).code());
        assertTrue(why(data).endsWith("not running (its socket was left behind)"));
    }

    @Test
    void shouldSayThatItDoesNotRunWhenThereIsNoSocketOrNoFolder() {
        assertEquals("data folder " + data + ": not running", why(data));
        assertEquals(ExitCode.UNAVAILABLE, refused(data.resolve("nowhere")).code());
    }

    @Test
    void shouldSayThatThePathIsTooLongWhenItIs() throws IOException {
        Path deep = Files.createDirectories(data.resolve("d".repeat(60)).resolve("e".repeat(60)));

        assertThrows(IOException.class, () -> ControlSocket.open(deep, request -> "0\n"));
        assertEquals(ExitCode.UNAVAILABLE, refused(deep).code());
        assertTrue(why(deep).contains("too long for a socket"), why(deep));
    }

    @Test
    void shouldEndWith77WhenItIsSomebodyElses() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "permissions don't stop root");
        try (ControlSocket socket = ControlSocket.open(data, request -> "0\n")) {
            Files.setPosixFilePermissions(data.resolve("control"), PosixFilePermissions.fromString("---------"));

            assertEquals(ExitCode.PERMISSION, refused(data).code(), socket::toString);
            Files.setPosixFilePermissions(data.resolve("control"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void shouldSayThatItDoesNotAnswerWhenTheAnswerIsNone() throws Exception {
        try (ControlSocket socket = ControlSocket.open(data, request -> "gibberish")) {
            assertTrue(why(data).endsWith("does not answer"), socket::toString);
        }
    }

    private void leaveBehind() throws IOException {
        Files.createDirectory(data.resolve("control"));
        ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        crashed.bind(UnixDomainSocketAddress.of(ControlSocket.in(data)));
        crashed.close();
        assertTrue(Files.exists(ControlSocket.in(data)));
    }
}
