package org.posthouse.console.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

class ConfigurationFilesTest {

    private static final String PID = "org.posthouse.listener~live";
    private static final String FACTORY = "org.posthouse.listener";
    private static final String TEXT = "# Ours.\nlisten = *:1143\n\n# in this order\ninterceptors = a, b?, *\n";

    @TempDir
    Path conf;

    private final List<String> asked = new ArrayList<>();
    private ConfigurationFiles files;
    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = Files.writeString(conf.resolve("org.posthouse.listener-live.cfg"), TEXT);
        files = new ConfigurationFiles(conf, new ConfigurationFiles.Container() {
            @Override
            public void link(String pid, Path to) {
                asked.add("link " + pid + " " + to.getFileName());
            }

            @Override
            public void forget(String pid) {
                asked.add("forget " + pid);
            }
        });
        files.read(PID, settings("listen", "*:1143", "interceptors", "a, b?, *"));
    }

    private Settings settings(String... pairs) {
        Map<String, Object> raw = new TreeMap<>(
                Map.of("service.pid", PID, Settings.FILE, file.toUri().toString()));
        for (int i = 0; i < pairs.length; i += 2) {
            raw.put(pairs[i], pairs[i + 1]);
        }
        return Settings.of(FrameworkUtil.asDictionary(raw));
    }

    private static Settings fromNowhere(String... pairs) {
        Map<String, Object> raw = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            raw.put(pairs[i], pairs[i + 1]);
        }
        return Settings.of(FrameworkUtil.asDictionary(raw));
    }

    @Test
    void shouldWriteOneLineAndNothingElseWhenAnOrderChanges() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        files.changed(PID, Optional.of(FACTORY), settings("listen", "*:1143", "interceptors", "b?, a, *"));

        assertEquals(TEXT.replace("a, b?, *", "b?, a, *"), Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(), asked);
        assertEquals(1, everything().size());
    }

    @Test
    void shouldWriteWhatALinkPointsToAndLeaveTheLink() throws IOException {
        Path elsewhere = Files.move(
                file, Files.createDirectory(conf.resolve("elsewhere")).resolve("ours.cfg"));
        Files.createSymbolicLink(file, elsewhere);

        files.changed(PID, Optional.of(FACTORY), settings("listen", "*:1144", "interceptors", "a, b?, *"));

        assertTrue(Files.isSymbolicLink(file));
        assertEquals(TEXT.replace("1143", "1144"), Files.readString(elsewhere));
    }

    @Test
    void shouldKeepWhatAColleagueChangesInAnotherLineAtTheSameMoment() throws IOException {
        Files.writeString(file, TEXT.replace("1143", "2143") + "tls = off\n");

        files.changed(PID, Optional.of(FACTORY), settings("listen", "*:1143", "interceptors", "b?, a, *"));

        assertEquals(
                TEXT.replace("1143", "2143").replace("a, b?, *", "b?, a, *") + "tls = off\n", Files.readString(file));
    }

    @Test
    void shouldLetTheFileWinWhenBothChangeTheSameKey() throws IOException {
        Files.writeString(file, TEXT.replace("a, b?, *", "c, *"));

        files.changed(PID, Optional.of(FACTORY), settings("listen", "*:9", "interceptors", "b?, a, *"));

        assertEquals(TEXT.replace("a, b?, *", "c, *").replace("1143", "9"), Files.readString(file));
    }

    @Test
    void shouldLeavePlaceholdersAloneUntilSomebodyChangesThatKey() throws IOException {
        Files.writeString(file, TEXT.replace("*:1143", "${env:LISTEN}"));

        files.changed(PID, Optional.of(FACTORY), settings("listen", "*:1143", "interceptors", "*"));
        assertEquals(TEXT.replace("*:1143", "${env:LISTEN}").replace("a, b?, *", "*"), Files.readString(file));
    }

    @Test
    void shouldLeaveOutWhatAFormSendsWithoutAnybodyHavingFilledItIn() throws IOException {
        files.changed(
                PID,
                Optional.of(FACTORY),
                settings("listen", "*:1143", "interceptors", "a, b?, *", "key", "", "scram", " "));
        assertEquals(TEXT, Files.readString(file));

        files.changed(
                PID,
                Optional.of(FACTORY),
                settings("listen", "*:1143", "interceptors", "", "key", "a.pem", "scram", ""));
        assertEquals(TEXT.replace(" a, b?, *", " ") + "key = a.pem\n", Files.readString(file));
    }

    @Test
    void shouldFillInALineThatWasBlank() throws IOException {
        Files.writeString(file, TEXT + "scram =\n");

        files.changed(
                PID, Optional.of(FACTORY), settings("listen", "*:1143", "interceptors", "a, b?, *", "scram", "strip"));
        assertEquals(TEXT + "scram = strip\n", Files.readString(file));
    }

    @Test
    void shouldRefuseWhenNoKeyIsLeft() throws IOException {
        files.changed(PID, Optional.of(FACTORY), settings());

        assertEquals(TEXT, Files.readString(file));
    }

    @Test
    void shouldNameTheFileAgainWhenTheFormHasForgottenIt() throws IOException {
        files.changed(PID, Optional.of(FACTORY), fromNowhere("listen", "*:1143"));

        assertEquals(TEXT.replace("interceptors = a, b?, *\n", ""), Files.readString(file));
        assertEquals(List.of("link " + PID + " org.posthouse.listener-live.cfg"), asked);
    }

    @Test
    void shouldMakeAFileAndLeaveTheRestToItWhenAListenerIsNew() throws IOException {
        files.changed(FACTORY + ".1234-5678", Optional.of(FACTORY), fromNowhere("listen", "[::1]:993", "tls", "off"));
        files.changed(FACTORY + ".1234-9999", Optional.of(FACTORY), fromNowhere("listen", "[::1]:993", "tls", "off"));
        files.changed(FACTORY + "~mx", Optional.of(FACTORY), fromNowhere("tls", "off"));

        assertEquals(
                "# Written by the console.\nlisten = [::1]:993\ntls = off\n",
                Files.readString(conf.resolve("org.posthouse.listener-port-993.cfg")));
        assertTrue(Files.exists(conf.resolve("org.posthouse.listener-port-993-2.cfg")));
        assertTrue(Files.exists(conf.resolve("org.posthouse.listener-mx.cfg")));
        assertEquals(
                List.of(
                        "forget " + FACTORY + ".1234-5678",
                        "forget " + FACTORY + ".1234-9999",
                        "forget " + FACTORY + "~mx"),
                asked);
    }

    @Test
    void shouldMakeAFileAndLinkItWhenAnExampleIsConfiguredForTheFirstTime() throws IOException {
        files.changed("org.posthouse.example.x", Optional.empty(), fromNowhere("limit", "1M"));

        assertEquals(
                "# Written by the console.\nlimit = 1M\n",
                Files.readString(conf.resolve("org.posthouse.example.x.cfg")));
        assertEquals(List.of("link org.posthouse.example.x org.posthouse.example.x.cfg"), asked);
    }

    @Test
    void shouldDeleteTheFileWhenTheConfigurationIsDeletedAndTheFileStillSaysTheSame() {
        files.deleted(PID);

        assertFalse(Files.exists(file));
    }

    @Test
    void shouldKeepTheFileWhenSomebodyHasJustChangedIt() throws IOException {
        Files.writeString(file, TEXT + "tls = off\n");

        files.deleted(PID);

        assertTrue(Files.exists(file));
    }

    @Test
    void shouldWriteNowhereElseWhenTheFileIsOutsideOrOfAnotherKind() throws IOException {
        Path other =
                Files.writeString(Files.createDirectory(conf.resolve("other")).resolve("a.cfg"), "listen = 1\n");
        Path typed = Files.writeString(conf.resolve("a.config"), "listen=\"1\"\n");

        for (Path each : List.of(other, typed)) {
            files.changed(
                    "org.posthouse.a",
                    Optional.empty(),
                    fromNowhere("listen", "2").in(each));
        }

        assertEquals("listen = 1\n", Files.readString(other));
        assertEquals("listen=\"1\"\n", Files.readString(typed));
    }

    private List<Path> everything() throws IOException {
        try (var all = Files.list(conf)) {
            return all.toList();
        }
    }
}
