package org.posthouse.proxy.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.admin.JarStatus;
import org.posthouse.proxy.plugin.FakePlugins.FakePlugin;

@Tag("unit")
class PluginFolderTest {

    private static final long GRACE = JarCase.GRACE;
    private static final long SERVICE = JarCase.SERVICE;
    private static final long CALM = JarCase.CALM;

    @TempDir
    Path dir;

    private final FakePlugins plugins = new FakePlugins();
    private final List<String> told = new ArrayList<>();
    private PluginFolder folder = watch();

    private PluginFolder watch() {
        return new PluginFolder(Path.of("nowhere"), plugins, new Told());
    }

    @BeforeEach
    void begin() {
        folder = new PluginFolder(dir, plugins, new Told());
    }

    private final class Told implements JarRecord {
        @Override
        public void changed(JarStatus jar) {
            told.add(jar.jar() + " " + jar.state().word() + (jar.reason().isEmpty() ? "" : " " + jar.reason()));
        }

        @Override
        public void removed(JarStatus jar) {
            told.add(jar.jar() + " removed");
        }

        @Override
        public void settled(List<JarStatus> jars) {
            told.add("settled");
        }
    }

    private boolean settled(long now) {
        folder.look(now, false);
        return folder.settled();
    }

    @Test
    void shouldBeSettledAtOnceWhenTheFolderIsEmptyOrMissing() {
        assertTrue(settled(0));
        folder = watch();
        assertTrue(settled(0));
    }

    @Test
    void shouldIgnoreFilesWhenTheyAreNoJarsOrStillBeingCopied() throws IOException {
        Files.writeString(dir.resolve("README.md"), "text");
        Files.writeString(dir.resolve(".half.jar"), "half");

        assertTrue(settled(0));
    }

    @Test
    void shouldWaitForEachJarWhenSomeServeAlready() throws IOException {
        jar("a.jar", "a");
        jar("b.jar", "b");
        plugins.put("a.jar", FakePlugin.serving(1));
        assertFalse(settled(0));

        plugins.put("b.jar", FakePlugin.serving(1));

        assertTrue(settled(1));
        assertEquals(List.of("a.jar active", "b.jar active", "settled"), told);
    }

    @Test
    void shouldWaitForItsServiceButNotForeverWhenABundleHasComponents() throws IOException {
        jar("a.jar", "a");
        plugins.put("a.jar", FakePlugin.waiting("waits for x"));

        assertFalse(settled(0));
        assertFalse(settled(SERVICE - 1));
        assertTrue(settled(SERVICE));
        assertEquals(List.of("a.jar waiting waits for x", "settled"), told);
    }

    @Test
    void shouldNameTheReasonWhenABundleCannotRun() throws IOException {
        jar("a.jar", "a");
        jar("b.jar", "b");
        plugins.put("a.jar", FakePlugin.stuck("needs the package x"));
        plugins.put("b.jar", FakePlugin.failing("activator threw\n x.y"));

        assertFalse(settled(0), "FileInstall has its turn first");
        assertTrue(settled(GRACE));
        assertEquals(List.of("a.jar failed needs the package x", "b.jar failed activator threw x.y", "settled"), told);
    }

    @Test
    void shouldNotCallItFailedWhenWhatItNeedsIsStillToCome() throws IOException {
        jar("a.jar", "a");
        jar("needed.jar", "needed");
        plugins.put("a.jar", FakePlugin.stuck("needs the package x"));
        assertFalse(settled(0));
        assertFalse(settled(GRACE));

        plugins.put("needed.jar", FakePlugin.serving(1));
        plugins.put("a.jar", FakePlugin.serving(1));

        assertTrue(settled(GRACE + 1));
        assertEquals(List.of("a.jar active", "needed.jar active", "settled"), told);
    }

    @Test
    void shouldSayWhatIsWrongWithTheJarWhenItIsNeverInstalled() throws IOException {
        Files.writeString(dir.resolve("nozip.jar"), "no zip");
        jar("plain.jar", "");
        jar("slow.jar", "slow");
        jar("twin.jar", "twin;singleton:=true");

        assertFalse(settled(0));
        assertEquals(List.of(), told);
        assertFalse(settled(GRACE), "slow.jar may come yet");
        assertEquals(3, told.size(), "what can be no bundle is not waited for");
        assertFalse(settled(GRACE + PluginFolder.PATIENCE - 1));
        assertTrue(settled(GRACE + PluginFolder.PATIENCE));

        assertTrue(told.get(0).startsWith("nozip.jar failed is no jar that can be read"), told::toString);
        assertTrue(told.get(1).startsWith("plain.jar failed is no OSGi bundle"), told::toString);
        assertEquals("twin.jar failed the bundle twin/1.2.3 is already there, from other.jar", told.get(2));
        assertEquals("slow.jar failed was not installed", told.get(3));
    }

    @Test
    void shouldStopWaitingWhenTheJarIsTakenAway() throws IOException {
        Path jar = jar("a.jar", "a");
        assertFalse(settled(0));

        Files.delete(jar);

        assertTrue(settled(1));
        assertEquals(List.of("a.jar removed", "settled"), told);
    }

    @Test
    void shouldSayTheNewVersionOnceWhenABundleIsUpdated() throws IOException {
        jar("a.jar", "a");
        plugins.put("a.jar", FakePlugin.serving(1));
        assertTrue(settled(0));

        plugins.put("a.jar", FakePlugin.stuck("is being updated"));
        folder.look(1, true);
        folder.look(2, true);
        plugins.put("a.jar", FakePlugin.serving(2));
        folder.look(3, true);
        folder.look(4, true);

        assertEquals(List.of("a.jar active", "settled", "a.jar active"), told);
        assertEquals("fake/2", folder.statuses().get(0).bundle());
    }

    @Test
    void shouldSayEachChangeOnceWhenWhatItNeedsGoesAndComes() throws IOException {
        jar("a.jar", "a");
        plugins.put("a.jar", FakePlugin.serving(1));
        assertTrue(settled(0));

        plugins.put("a.jar", FakePlugin.waiting("waits for x"));
        folder.look(10 * CALM, true);
        assertEquals(2, told.size(), "it may come back at once");
        folder.look(11 * CALM, false);
        folder.look(12 * CALM, true);
        plugins.put("a.jar", FakePlugin.serving(1));
        folder.look(13 * CALM, true);

        assertEquals(List.of("a.jar active", "settled", "a.jar waiting waits for x", "a.jar active"), told);
    }

    @Test
    void shouldSayThatTheOldOneRunsOnWhenAFileIsTorn() throws IOException {
        Path jar = jar("a.jar", "a");
        plugins.put("a.jar", FakePlugin.serving(1));
        assertTrue(settled(0));

        Files.writeString(jar, "torn");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        folder.look(CALM, false);
        folder.look(2 * CALM + GRACE, false);

        assertTrue(told.get(2).contains("fake/1 of the file before runs on until the next start"), told::toString);
    }

    private Path jar(String name, String symbolic) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!symbolic.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolic);
            manifest.getMainAttributes().putValue("Bundle-Version", "1.2.3");
        }
        try (OutputStream file = Files.newOutputStream(dir.resolve(name))) {
            new JarOutputStream(file, manifest).close();
        }
        return dir.resolve(name);
    }
}
