package org.posthouse.run.resolve;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A bundle as it lies in {@code target/}: its headers, and which of its packages are null-marked. */
record BuiltBundle(Path jar, Manifest manifest, TreeMap<String, Boolean> packages) {

    static BuiltBundle open(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> entries = jar.stream().map(JarEntry::getName).toList();
            TreeMap<String, Boolean> packages = new TreeMap<>(entries.stream()
                    .filter(e -> e.endsWith(".class") && e.contains("/") && !e.startsWith("META-INF/"))
                    .map(e -> e.substring(0, e.lastIndexOf('/')))
                    .distinct()
                    .collect(Collectors.toMap(p -> p.replace('/', '.'), p -> nullMarked(jar, p))));
            return new BuiltBundle(file, jar.getManifest(), packages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean bundle() {
        return header("Bundle-SymbolicName").isPresent();
    }

    String symbolicName() {
        return header("Bundle-SymbolicName").orElseThrow().split(";", 2)[0];
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
    }

    Parameters imports() {
        return OSGiHeader.parseHeader(header("Import-Package").orElse(""));
    }

    Parameters exports() {
        return OSGiHeader.parseHeader(header("Export-Package").orElse(""));
    }

    @Override
    public String toString() {
        return jar.getFileName().toString();
    }

    private static boolean nullMarked(JarFile jar, String folder) {
        JarEntry info = jar.getJarEntry(folder + "/package-info.class");
        if (info == null) {
            return false;
        }
        try (InputStream in = jar.getInputStream(info)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .contains("org/jspecify/annotations/NullMarked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
