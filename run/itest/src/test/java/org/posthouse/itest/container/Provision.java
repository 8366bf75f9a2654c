package org.posthouse.itest.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.UrlProvisionOption;
import org.posthouse.itest.fixture.Distribution;
import org.posthouse.itest.fixture.Tool;

/**
 * What a container is made of: the bundles of the distribution at the start levels that it ships, JUnit for the tests, and a folder
 * of its own for {@code conf}, {@code plugins} and {@code data}.
 */
record Provision(Path dir) {
    private static final String OTHERS = "5";

    static Provision prepare() throws IOException {
        Provision prepared = new Provision(Files.createTempDirectory(Path.of("/tmp"), "phc"));
        for (String folder : List.of("conf", "plugins", "data")) {
            Files.createDirectories(prepared.dir().resolve(folder));
        }
        return prepared;
    }

    Option[] options() {
        List<Option> options = new ArrayList<>();
        folders().forEach((name, value) -> options.add(frameworkProperty(name).value(value)));
        Distribution.bundles().forEach(jar -> options.add(shipped(jar)));
        for (Class<?> type : List.of(Test.class, JUnitException.class, AssertionFailedError.class, API.class)) {
            options.add(bundle(
                    type.getProtectionDomain().getCodeSource().getLocation().toString()));
        }
        return options.toArray(Option[]::new);
    }

    /** What the launcher tells the framework, as far as bundles read it. */
    private Map<String, String> folders() {
        return Map.of(
                "posthouse.home",
                Distribution.home().toString(),
                "posthouse.conf",
                dir.resolve("conf").toString(),
                "posthouse.plugins",
                dir.resolve("plugins").toString(),
                "posthouse.data",
                dir.resolve("data").toString(),
                "felix.fileinstall.dir",
                dir.resolve("plugins") + "," + dir.resolve("conf"),
                "felix.fileinstall.enableConfigSave",
                "false",
                "felix.fileinstall.poll",
                "500",
                "felix.fileinstall.tmpdir",
                dir.resolve("data/fi").toString());
    }

    private static Option shipped(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Manifest manifest = opened.getManifest();
            String name = manifest.getMainAttributes()
                    .getValue("Bundle-SymbolicName")
                    .split(";")[0]
                    .strip();
            UrlProvisionOption bundle = bundle(jar.toUri().toString()).startLevel(level(name));
            return manifest.getMainAttributes().getValue("Fragment-Host") == null ? bundle : bundle.noStart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The level of a bundle by {@code lib/startlevels.properties}: its name, else the longest prefix with a star. */
    static int level(String name) {
        Properties levels = new Properties();
        try (Reader reader = Files.newBufferedReader(Distribution.home().resolve("lib/startlevels.properties"))) {
            levels.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String best = levels.stringPropertyNames().stream()
                .filter(key ->
                        key.equals(name) || key.endsWith("*") && name.startsWith(key.substring(0, key.length() - 1)))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
        return Integer.parseInt(levels.getProperty(best, OTHERS).strip());
    }

    void close() {
        Tool.run("rm", "-rf", dir.toString());
    }
}
