package org.posthouse.run.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What the build has made. */
public final class Built {

    private static final Path ROOT = Path.of(System.getProperty("posthouse.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Built() {}

    /** The work tree. */
    public static Path root() {
        return ROOT;
    }

    /** {@code run/target}, where what ships lies. */
    public static Path target() {
        return ROOT.resolve("run/target");
    }

    /** The bundles of the distribution. */
    public static List<Path> bundles() {
        return jars(target().resolve("posthouse/bundle"));
    }

    /** The jar of one of our example interceptors. */
    public static Path example(String folder) {
        return jars(ROOT.resolve("plugins-examples").resolve(folder).resolve("target")).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(folder + " is not built"));
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Symbolic names and versions of jars. */
    public static Map<String, String> names(List<Path> jars) {
        Map<String, String> names = new TreeMap<>();
        jars.forEach(jar ->
                names.put(symbolicName(jar), header(jar, "Bundle-Version").orElse("")));
        return names;
    }

    /** Of a bundle's jar. */
    public static String symbolicName(Path jar) {
        return header(jar, "Bundle-SymbolicName").orElse("").split(";", 2)[0];
    }

    /** A header of a jar's manifest. */
    public static Optional<String> header(Path jar, String name) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return Optional.ofNullable(opened.getManifest().getMainAttributes().getValue(name));
        } catch (IOException e) {
            throw new UncheckedIOException(jar.toString(), e);
        }
    }
}
