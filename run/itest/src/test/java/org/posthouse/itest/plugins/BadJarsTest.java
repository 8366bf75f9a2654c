package org.posthouse.itest.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.NeedsTools;

/** Dropped in while it runs. One process and one session for all of it: nothing here may cost either. */
@Tag("container")
@ExtendWith(Fixtures.class)
@NeedsTools("openssl")
class BadJarsTest {
    private static final List<Running> RUNNING = new ArrayList<>();

    @TempDir
    Path dir;

    @BeforeAll
    static void start() throws IOException {
        RUNNING.add(new Running("*").start().session());
    }

    @AfterAll
    static void stop() {
        RUNNING.forEach(Running::close);
        RUNNING.clear();
    }

    /** Whatever a jar did, the session lives, and without the jar all is well again. */
    @AfterEach
    void survive() throws IOException {
        try (var left = Files.list(running().posthouse().file("plugins"))) {
            left.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(file -> running().take(file.getFileName().toString()));
        }
        running().alive();
        running().ready(true);
        running().alive();
    }

    private static Running running() {
        return RUNNING.get(0);
    }

    /** Drops it, waits for its one line, and holds the status to it. */
    private static void faulty(String name, PluginJar jar, String state, String reason, String mend)
            throws IOException {
        running().drop(name, jar);
        told(name, state, reason, mend);
        running().ready(false);
        var json = running().status("--json");
        assertEquals(69, json.exit(), json.text());
        assertTrue(json.text().contains("{\"jar\":\"" + name + "\""), json.text());
        assertTrue(json.text().contains("\"state\":\"" + state + "\""), json.text());
        running().alive();
        assertEquals(
                1, running().told(name).size(), () -> "one line: " + running().told(name));
    }

    private static void told(String name, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = " plugin jar=" + name + " state=";
        System.arraycopy(words, 0, all, 1, words.length);
        running().posthouse().logged(all);
    }

    @Test
    void shouldNameThePackageWhenAJarDoesNotResolve() throws IOException {
        PluginJar jar =
                PluginJar.bundle("bad.needy", "1.0").header("Import-Package", "com.acme.missing;version=\"[2,3)\"");

        faulty(
                "needy.jar",
                jar,
                "failed",
                "needs the package com.acme.missing [2.0.0,3.0.0), which nobody exports",
                "put the bundle");
    }

    @Test
    void shouldSaySoWhenAJarIsNoBundle() throws IOException {
        faulty("plain.jar", PluginJar.plain(), "failed", "is no OSGi bundle", "build it with bnd");
    }

    @Test
    void shouldSaySoWhenAFileIsTorn() throws IOException {
        Path torn = Files.writeString(dir.resolve("torn.jar"), "PK and then nothing");
        running().drop("torn.jar", torn);

        told("torn.jar", "failed", "is no jar that can be read", "copy it again");
        running().ready(false);
    }

    @Test
    void shouldSeeThroughACopyOfTheApiWhenAJarEmbedsIt() throws IOException {
        PluginJar jar = PluginJar.bundle("bad.embeds", "1.0")
                .copyOf("org.posthouse.api")
                .copyOf("org.posthouse.codec")
                .type("Quiet")
                .component("Quiet", "", PluginJar.service("embeds"));

        faulty("embeds.jar", jar, "failed", "brings a copy of org.posthouse.intercept along", "import the package");
    }

    @Test
    void shouldKeepOthersOnTheRealApiWhenAJarExportsIt() throws IOException {
        PluginJar jar = PluginJar.bundle("bad.exports", "1.0")
                .header("Export-Package", "org.posthouse.intercept;version=\"1.7\"")
                .copyOf("org.posthouse.api")
                .copyOf("org.posthouse.codec")
                .type("Quiet")
                .component("Quiet", "", PluginJar.service("exports"));
        faulty(
                "exports.jar",
                jar,
                "failed",
                "brings a copy of org.posthouse.intercept along",
                "neither embed nor export");

        running().drop("honest.jar", PluginJar.interceptor("good.honest", "1.0", "honest"));

        told("honest.jar", "active", "bundle=good.honest/1.0.0");
        running().posthouse().logged("id=honest event=joined");
    }

    @Test
    void shouldNameBothVersionsWhenAJarWasBuiltAgainstANewerApi() throws IOException {
        PluginJar jar = PluginJar.bundle("bad.newer", "1.0")
                .header("Import-Package", "org.posthouse.intercept;version=\"[1.9,2)\"");

        faulty(
                "newer.jar",
                jar,
                "failed",
                "was built against a newer API: needs org.posthouse.intercept [1.9.0,2.0.0)",
                "update the proxy");
    }

    @Test
    void shouldNameTheJavaWhenAJarNeedsANewerOne() throws IOException {
        PluginJar jar = PluginJar.bundle("bad.java", "1.0")
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"");

        faulty("java.jar", jar, "failed", "needs Java 99, this is Java", "run the proxy on that Java");
    }

    @Test
    void shouldNameTheServiceWhenAReferenceIsUnsatisfied() throws IOException {
        PluginJar jar = PluginJar.interceptor("bad.lonely", "1.0", "lonely")
                .component(
                        "Quiet",
                        "",
                        "<reference name=\"other\" interface=\"java.util.concurrent.Callable\"/>"
                                + PluginJar.service("lonely"));

        faulty(
                "lonely.jar",
                jar,
                "waiting",
                "waits for a service java.util.concurrent.Callable",
                "put the bundle that offers it");
    }

    @Test
    void shouldWaitForItsFileWhenAConfigurationIsRequired() throws IOException {
        PluginJar jar = PluginJar.interceptor("bad.strict", "1.0", "strict")
                .component(
                        "Quiet",
                        "configuration-policy=\"require\" configuration-pid=\"com.acme.strict\"",
                        PluginJar.service("strict"));
        faulty("strict.jar", jar, "waiting", "waits for a configuration", "write conf/com.acme.strict.cfg");

        Files.writeString(running().posthouse().file("conf/com.acme.strict.cfg"), "limit = 3\n");
        running().ready(true);
        running().alive();

        assertEquals(
                2,
                running().told("strict.jar").size(),
                () -> "a line per change: " + running().told("strict.jar"));
        Files.delete(running().posthouse().file("conf/com.acme.strict.cfg"));
        running().ready(false);
    }

    @Test
    void shouldTellTheReasonWhenAComponentDoesNotStart() throws IOException {
        PluginJar jar =
                PluginJar.bundle("bad.broken", "1.0").type("Broken").component("Broken", "immediate=\"true\"", "");

        faulty("broken.jar", jar, "failed", "the moon is in the wrong house", "mend the cause");
    }

    @Test
    void shouldKeepTheFirstWhenTwoJarsHoldTheSameBundle() throws IOException {
        PluginJar twin = PluginJar.interceptor("twin", "1.0", "twin");
        running().drop("one.jar", twin);
        told("one.jar", "active", "bundle=twin/1.0.0");

        faulty(
                "two.jar",
                twin,
                "failed",
                "the bundle twin/1.0.0 is already there, from one.jar",
                "remove one of the two");
        running().take("two.jar");
        running().ready(true);

        assertEquals(
                1,
                running().told("one.jar").size(),
                () -> "untouched: " + running().told("one.jar"));
    }

    @Test
    void shouldLeaveWhatShipsAloneWhenAJarHasItsNameAndVersion() throws IOException {
        PluginJar jar = PluginJar.bundle("io.netty.common", "4.2.18.Final");

        faulty("netty.jar", jar, "failed", "is already there, from the installation", "remove one");
    }

    @Test
    void shouldSayWhichOneRunsWhenTwoHaveOneId() throws IOException {
        running().drop("elder.jar", PluginJar.interceptor("pair.elder", "1.0", "pair"));
        told("elder.jar", "active");
        running().drop("younger.jar", PluginJar.interceptor("pair.younger", "1.0", "pair"));

        told("younger.jar", "active", "is shadowed: the id pair is served by elder.jar", "remove one of the two");
        running().ready(true);
        assertTrue(
                running().status().text().contains("- jar:younger.jar is shadowed"),
                running().status().text());
    }

    @Test
    void shouldSayEachVersionOnceWhenAJarIsOverwritten() throws IOException {
        running().drop("moving.jar", PluginJar.interceptor("moving", "1.0", "moving"));
        told("moving.jar", "active", "bundle=moving/1.0.0");
        running().drop("moving.jar", PluginJar.interceptor("moving", "1.1", "moving"));
        told("moving.jar", "active", "bundle=moving/1.1.0");
        running().alive();

        running().drop("moving.jar", Files.writeString(dir.resolve("torn"), "PK"));
        told("moving.jar", "failed", "is no jar that can be read");
        running().ready(false);
        running().drop("moving.jar", PluginJar.interceptor("moving", "1.2", "moving"));
        told("moving.jar", "active", "bundle=moving/1.2.0");
        running().ready(true);
        assertEquals(
                4,
                running().told("moving.jar").size(),
                () -> "a line per change: " + running().told("moving.jar"));
    }

    @Test
    void shouldDisturbNobodyWhenAJarExportsWhatOthersImportOptionally() throws IOException {
        PluginJar jar =
                PluginJar.bundle("logs", "1.0").header("Export-Package", "org.apache.logging.log4j;version=\"2.20\"");
        running().drop("logs.jar", jar);

        told("logs.jar", "active", "exports org.apache.logging.log4j", "keep the package private");
        running().ready(true);
        running().alive();
        running().drop("logs.jar", jar.header("Bundle-Version", "1.1"));
        told("logs.jar", "bundle=logs/1.1.0");
    }

    @Test
    void shouldAttachNothingWhenAJarIsAFragmentOfNetty() throws IOException {
        PluginJar jar = PluginJar.bundle("bad.fragment", "1.0").header("Fragment-Host", "io.netty.common");

        faulty(
                "fragment.jar",
                jar,
                "failed",
                "is a fragment of io.netty.common, a bundle of the installation",
                "make it a bundle of its own");
    }
}
