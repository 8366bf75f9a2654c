package org.posthouse.proxy.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;

/**
 * What a file says of itself, whatever the framework thinks of it.
 *
 * @param hopeless why it can be no bundle, if so
 * @param name symbolic name, empty if it has none
 * @param version as the framework would write it
 * @param copy the first package of ours that it carries classes of, empty if none
 */
record JarFacts(Optional<Finding> hopeless, String name, String version, String copy) {

    /** Reads the file; blocks. */
    static JarFacts read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String copy = file.stream()
                    .map(entry -> ApiPackages.ofEntry(entry.getName()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse("");
            Optional<Manifest> manifest = Optional.ofNullable(file.getManifest());
            String name = manifest.map(m -> header(m, "Bundle-SymbolicName")).orElse("");
            String version = manifest.map(m -> header(m, "Bundle-Version")).orElse("");
            Optional<Finding> hopeless = name.isEmpty() ? Optional.of(noBundle()) : late(jar);
            return new JarFacts(hopeless, name, Versions.normal(version), copy);
        } catch (IOException unreadable) {
            return new JarFacts(Optional.of(torn(unreadable)), "", "", "");
        }
    }

    /** FileInstall reads jars as streams, in which the manifest must come first. */
    private static Optional<Finding> late(Path jar) throws IOException {
        try (InputStream file = Files.newInputStream(jar);
                JarInputStream stream = new JarInputStream(file)) {
            return stream.getManifest() != null
                    ? Optional.empty()
                    : Optional.of(Finding.failed(
                            "its manifest is not the first entry of the jar", "pack it with bnd or the jar tool"));
        }
    }

    private static Finding noBundle() {
        return Finding.failed(
                "is no OSGi bundle: it has no manifest with Bundle-SymbolicName",
                "build it with bnd (plugins-examples show how), or take it away if it is only a library");
    }

    private static Finding torn(IOException unreadable) {
        return Finding.failed(
                "is no jar that can be read: " + unreadable.getMessage(),
                "copy it again, whole: under a name with a dot in front, then rename it");
    }

    private static String header(Manifest manifest, String name) {
        Optional<String> value =
                Optional.ofNullable(manifest.getMainAttributes().getValue(new Attributes.Name(name)));
        return value.map(text -> text.split(";", 2)[0].strip()).orElse("");
    }

    /** The bundle in the words of the log. */
    String bundle() {
        return name.isEmpty() ? "" : name + "/" + version;
    }
}
