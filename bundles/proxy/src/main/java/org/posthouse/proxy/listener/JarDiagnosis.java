package org.posthouse.proxy.listener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Says why a jar was never installed, by looking into it. */
final class JarDiagnosis {

    private static final String NAME = "Bundle-SymbolicName";

    private JarDiagnosis() {}

    /** What keeps this file from ever being a bundle; nothing if it could be one. */
    static Optional<String> hopeless(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<Manifest> manifest = Optional.ofNullable(file.getManifest());
            return manifest.flatMap(m -> header(m, NAME)).isPresent()
                    ? Optional.empty()
                    : Optional.of("is no OSGi bundle: it has no manifest with Bundle-SymbolicName");
        } catch (IOException unreadable) {
            return Optional.of("is no jar that can be read: " + unreadable.getMessage());
        }
    }

    static String of(Path jar, InstalledPlugins installed) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .flatMap(manifest -> twin(manifest, installed))
                    .orElse("was not installed");
        } catch (IOException unreadable) {
            return "is no jar that can be read: " + unreadable.getMessage();
        }
    }

    private static Optional<String> twin(Manifest manifest, InstalledPlugins installed) {
        String name = header(manifest, NAME).orElse("");
        String version = header(manifest, "Bundle-Version").orElse("0.0.0");
        return installed
                .twin(name, version)
                .map(where -> "the bundle " + name + " " + version + " is already there, from " + where);
    }

    private static Optional<String> header(Manifest manifest, String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name)).map(JarDiagnosis::bare);
    }

    private static String bare(String header) {
        return header.split(";", 2)[0].strip();
    }
}
