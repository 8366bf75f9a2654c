package org.posthouse.proxy.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Tag("unit")
class PluginRollTest {

    @TempDir
    Path folder;

    private final FakePlugins plugins = new FakePlugins();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        log.start();
        logger().setLevel(ch.qos.logback.classic.Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        logger().detachAppender(log);
    }

    @Test
    void shouldBeSettledAtOnceWhenFolderIsEmptyOrMissing() {
        assertTrue(PluginRoll.of(folder, plugins).settled(0));
        assertTrue(PluginRoll.of(folder.resolve("nowhere"), plugins).settled(0));
    }

    @Test
    void shouldIgnoreFilesWhenTheyAreNoJarsOrStillBeingCopied() throws IOException {
        plugins.lay(folder, "README.md");
        plugins.lay(folder, ".half.jar");

        assertTrue(PluginRoll.of(folder, plugins).settled(0));
    }

    @Test
    void shouldWaitForEachJarWhenSomeServeAlready() throws IOException {
        plugins.lay(folder, "a.jar");
        plugins.lay(folder, "b.jar");
        PluginRoll roll = PluginRoll.of(folder, plugins);
        plugins.run("a.jar");
        assertFalse(roll.settled(0));

        plugins.run("b.jar");

        assertTrue(roll.settled(1));
        assertEquals(List.of("plugin jar=a.jar state=active", "plugin jar=b.jar state=active"), lines());
    }

    @Test
    void shouldWaitForItsServiceButNotForeverWhenABundleHasComponents() throws IOException {
        plugins.lay(folder, "a.jar");
        PluginRoll roll = PluginRoll.of(folder, plugins);
        plugins.put("a.jar", new FakePlugins.FakePlugin(true, false, Optional.empty()));

        assertFalse(roll.settled(0));
        assertFalse(roll.settled(PluginRoll.SERVICE - 1));
        assertTrue(roll.settled(PluginRoll.SERVICE));
    }

    @Test
    void shouldNameTheReasonWhenABundleCannotStart() throws IOException {
        plugins.lay(folder, "a.jar");
        PluginRoll roll = PluginRoll.of(folder, plugins);
        plugins.put("a.jar", new FakePlugins.FakePlugin(false, false, Optional.of("missing import\n x.y")));

        assertFalse(roll.settled(0), "FileInstall has its turn first");
        assertTrue(roll.settled(PluginRoll.GRACE));
        assertEquals(List.of("plugin jar=a.jar state=failed reason=\"missing import x.y\""), lines());
    }

    @Test
    void shouldNotCallItFailedWhenWhatItNeedsIsStillToCome() throws IOException {
        plugins.lay(folder, "a.jar");
        Manifest bundle = new Manifest();
        bundle.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        bundle.getMainAttributes().putValue("Bundle-SymbolicName", "needed");
        jar("needed.jar", bundle);
        PluginRoll roll = PluginRoll.of(folder, plugins);
        plugins.put("a.jar", new FakePlugins.FakePlugin(false, false, Optional.of("missing import")));
        assertFalse(roll.settled(0));
        assertFalse(roll.settled(PluginRoll.GRACE));

        plugins.run("needed.jar");
        plugins.run("a.jar");

        assertTrue(roll.settled(PluginRoll.GRACE + 1));
        assertFalse(lines().toString().contains("failed"));
    }

    @Test
    void shouldSayWhatIsWrongWithTheJarWhenItIsNeverInstalled() throws IOException {
        plugins.lay(folder, "nozip.jar");
        jar("plain.jar", new Manifest());
        Manifest twin = new Manifest();
        twin.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        twin.getMainAttributes().putValue("Bundle-SymbolicName", "twin;singleton:=true");
        twin.getMainAttributes().putValue("Bundle-Version", "1.2.3");
        jar("twin.jar", twin);
        PluginRoll roll = PluginRoll.of(folder, plugins);

        assertFalse(roll.settled(0));
        assertFalse(roll.settled(PluginRoll.GRACE));
        assertEquals(2, lines().size(), "what can be no bundle is not waited for");
        assertFalse(roll.settled(PluginRoll.GRACE + PluginRoll.PATIENCE - 1));
        assertTrue(roll.settled(PluginRoll.GRACE + PluginRoll.PATIENCE));

        assertTrue(lines().get(0).startsWith("plugin jar=nozip.jar state=failed reason=\"is no jar that can be read"));
        assertTrue(lines().get(1).contains("plain.jar state=failed reason=\"is no OSGi bundle"), lines()::toString);
        assertTrue(lines().get(2).contains("the bundle twin 1.2.3 is already there, from file:/elsewhere/twin.jar"));
    }

    @Test
    void shouldStopWaitingWhenTheJarIsTakenAway() throws IOException {
        Path jar = plugins.lay(folder, "a.jar");
        PluginRoll roll = PluginRoll.of(folder, plugins);
        assertFalse(roll.settled(0));

        Files.delete(jar);

        assertTrue(roll.settled(1));
    }

    private void jar(String name, Manifest manifest) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PluginRoll.class);
    }
}
