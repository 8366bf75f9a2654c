package org.posthouse.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
class ServingTest {

    @Test
    void shouldServeAndEndWith0WhenTerminated(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "one", Posthouse.freePort(), 1);
        try (Posthouse posthouse = Posthouse.serve(folder).awaitLine("listener=one state=open")) {
            posthouse.terminate();

            assertEquals(0, posthouse.exitCode(), posthouse.output());
            assertTrue(posthouse.output().contains("draining signal=TERM"), posthouse.output());
        }
    }

    @Test
    void shouldEndAtOnceWith143WhenTerminatedTwice(@TempDir Path folder) throws Exception {
        try (StubbornServer server = new StubbornServer()) {
            int port = Posthouse.freePort();
            Posthouse.listener(folder, "one", port, server.port());
            try (Posthouse posthouse = Posthouse.serve(folder).awaitLine("listener=one state=open");
                    AutoCloseable client = server.holdHalfALiteral(port)) {
                posthouse.terminate();
                posthouse.awaitLine("draining signal=TERM");
                posthouse.terminateUntilEnded();

                assertEquals(143, posthouse.exitCode(), posthouse.output() + client);
            }
        }
    }

    @Test
    void shouldDrainToTheEndWhenTwoTerminationsComeTogether(@TempDir Path folder) throws Exception {
        try (StubbornServer server = new StubbornServer()) {
            int port = Posthouse.freePort();
            Path file = Posthouse.listener(folder, "one", port, server.port());
            Files.writeString(file, Files.readString(file) + "timeout.drain = 3s\n");
            try (Posthouse posthouse = Posthouse.serve(folder).awaitLine("listener=one state=open");
                    AutoCloseable client = server.holdHalfALiteral(port)) {
                posthouse.terminate();
                posthouse.terminate();

                assertEquals(0, posthouse.exitCode(), posthouse.output() + client);
            }
        }
    }

    @Test
    void shouldRunSideBySideWhenEachHasItsOwnData(@TempDir Path folder) throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Posthouse.listener(first, "one", Posthouse.freePort(), 1);
        Posthouse.listener(second, "two", Posthouse.freePort(), 1);
        try (Posthouse a = Posthouse.serve(first);
                Posthouse b = Posthouse.serve(second)) {
            a.awaitLine("listener=one state=open");
            b.awaitLine("listener=two state=open");
            a.terminate();
            b.terminate();

            assertEquals(0, a.exitCode(), a.output());
            assertEquals(0, b.exitCode(), b.output());
        }
    }

    @Test
    void shouldEndWith75WhenTheDataFolderIsInUse(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "one", Posthouse.freePort(), 1);
        try (Posthouse first = Posthouse.serve(folder).awaitLine("listener=one state=open");
                Posthouse second = Posthouse.serve(folder)) {
            assertEquals(75, second.exitCode(), second.output());
            assertTrue(second.output().contains("in use by another instance"), second.output() + first);
        }
    }

    @Test
    void shouldEndWith77WhenTheDataFolderCannotBeMade(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "one", Posthouse.freePort(), 1);
        Files.createDirectory(folder.resolve("plugins"));
        // A file in the way stops root, too, whom permissions don't.
        Files.createFile(folder.resolve("file"));
        try (Posthouse posthouse =
                Posthouse.start(folder, "run", "--conf", "conf", "--plugins", "plugins", "--data", "file/data")) {
            assertEquals(77, posthouse.exitCode(), posthouse.output());
            assertTrue(posthouse.output().contains("not writable"), posthouse.output());
        }
    }

    @Test
    void shouldEndWith69WhenAllPortsAreTaken(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Posthouse.listener(folder, "one", taken.getLocalPort(), 1);
            try (Posthouse posthouse = Posthouse.serve(folder)) {
                assertEquals(69, posthouse.exitCode(), posthouse.output());
                assertTrue(posthouse.output().contains("listener=one"), posthouse.output());
            }
        }
    }

    @Test
    void shouldSkipAFaultyListenerByNameWhenAnotherIsRight(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "right", Posthouse.freePort(), 1);
        Path wrong = Posthouse.listener(folder, "wrong", Posthouse.freePort(), 1);
        Files.writeString(wrong, Files.readString(wrong).replace("upstream.tls = off", "upstream.tls = perhaps"));
        try (Posthouse posthouse = Posthouse.serve(folder).awaitLine("listener=right state=open")) {
            posthouse.awaitLine("org.posthouse.listener-wrong.cfg");
            assertTrue(posthouse.output().contains("key=upstream.tls"), posthouse.output());
        }
    }

    @Test
    void shouldNameAJarAndItsReasonInOneLineWhenItDoesNotResolve(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "one", Posthouse.freePort(), 1);
        try (Posthouse posthouse = Posthouse.serve(folder).awaitLine("listener=one state=open")) {
            drop(folder.resolve("plugins"), "needy.jar", "com.acme.missing");

            // The framework may name the package first, without the jar's name.
            posthouse.awaitLine("plugin jar=needy.jar state=failed");
            assertTrue(
                    posthouse
                            .output()
                            .lines()
                            .anyMatch(line -> line.contains("needy.jar") && line.contains("com.acme.missing")),
                    posthouse.output());
            assertFalse(posthouse.output().contains("\tat "), posthouse.output());
        }
    }

    @Test
    void shouldForgetWhatWasDeletedWhileItWasDownWhenStartedAgain(@TempDir Path folder) throws Exception {
        Posthouse.listener(folder, "stays", Posthouse.freePort(), 1);
        Path gone = Posthouse.listener(folder, "gone", Posthouse.freePort(), 1);
        try (Posthouse first =
                Posthouse.serve(folder).awaitLine("listener=gone state=open").awaitLine("listener=stays state=open")) {
            first.terminate();
            assertEquals(0, first.exitCode(), first.output());
        }
        Files.delete(gone);
        try (Posthouse second = Posthouse.serve(folder).awaitLine("listener=stays state=open")) {
            second.terminate();
            assertEquals(0, second.exitCode(), second.output());
            assertFalse(second.output().contains("listener=gone"), second.output());
        }
    }

    private static void drop(Path plugins, String name, String needs) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "test.needy");
        main.putValue("Import-Package", needs);
        Path hidden = plugins.resolve("." + name);
        try (OutputStream file = Files.newOutputStream(hidden);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new java.util.zip.ZipEntry("readme"));
            jar.write("nothing".getBytes(StandardCharsets.UTF_8));
        }
        Files.move(hidden, plugins.resolve(name));
    }
}
