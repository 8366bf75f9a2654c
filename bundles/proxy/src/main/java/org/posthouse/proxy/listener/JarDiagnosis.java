package org.posthouse.proxy.listener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Says why a jar was never installed, by looking into it. */
final class JarDiagnosis {

    private JarDiagnosis() {}

    static String of(Path jar, InstalledPlugins installed) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> of(manifest, installed))
                    .orElse("is no OSGi bundle: it has no manifest");
        } catch (IOException unreadable) {
            return "is no jar that can be read: " + unreadable.getMessage();
        }
    }

    private static String of(Manifest manifest, InstalledPlugins installed) {
        Attributes main = manifest.getMainAttributes();
        Optional<String> name =
                Optional.ofNullable(main.getValue("Bundle-SymbolicName")).map(JarDiagnosis::bare);
        if (name.isEmpty()) {
            return "is no OSGi bundle: its manifest has no Bundle-SymbolicName";
        }
        String version = Optional.ofNullable(main.getValue("Bundle-Version"))
                .map(JarDiagnosis::bare)
                .orElse("0.0.0");
        return installed
                .twin(name.get(), version)
                .map(where -> "the bundle " + name.get() + " " + version + " is already there, from " + where)
                .orElse("was not installed");
    }

    private static String bare(String header) {
        return header.split(";", 2)[0].strip();
    }
}
