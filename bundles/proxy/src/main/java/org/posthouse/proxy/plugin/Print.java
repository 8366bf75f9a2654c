package org.posthouse.proxy.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By what a file's content is told from the one before.
 *
 * @param size in octets
 * @param modified in milliseconds
 */
record Print(long size, long modified) {

    /** The jars in a folder, in the order of their names; a folder that can't be read has none. */
    static Map<Path, Print> jars(Path folder) {
        Map<Path, Print> jars = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Print::jar).forEach(file -> take(file, jars));
        } catch (IOException | UncheckedIOException none) {
            return jars;
        }
        return jars;
    }

    private static void take(Path file, Map<Path, Print> jars) {
        try {
            jars.put(
                    file,
                    new Print(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        } catch (IOException gone) {
            // Deleted between the listing and the look: it isn't there.
            jars.remove(file);
        }
    }

    private static boolean jar(Path file) {
        String name = String.valueOf(file.getFileName());
        // A name with a dot in front is a jar that is still being copied.
        return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
