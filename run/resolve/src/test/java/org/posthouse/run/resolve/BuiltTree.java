package org.posthouse.run.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The work tree after {@code mvn package}. */
record BuiltTree(Path root) {

    static BuiltTree here() {
        return new BuiltTree(Path.of(System.getProperty("posthouse.root", "../.."))
                .toAbsolutePath()
                .normalize());
    }

    /** One bundle per module; a module without a jar is an error, so that nothing is passed over silently. */
    List<BuiltBundle> bundles() throws IOException {
        List<BuiltBundle> found =
                modules().stream().map(BuiltTree::jarOf).map(BuiltBundle::open).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no bundle below " + root + ": nothing would be checked");
        }
        return found;
    }

    List<Path> bndruns() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("run"), 3)) {
            return files.filter(f -> f.toString().endsWith(".bndrun") && !inTarget(f))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> modules() throws IOException {
        try (Stream<Path> bundles = Files.walk(root.resolve("bundles"), 3);
                Stream<Path> examples = Files.walk(root.resolve("plugins-examples"), 3)) {
            return Stream.concat(bundles, examples)
                    .filter(f -> f.endsWith("pom.xml") && !inTarget(f))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private boolean inTarget(Path file) {
        return root.relativize(file).toString().contains("target/");
    }

    private static Path jarOf(Path module) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(f -> f.toString().matches(".*(?<!-sources|-javadoc|-tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + module + "/target"));
        } catch (IOException e) {
            throw new IllegalStateException(module + " is not built: run mvn package", e);
        }
    }
}
