package org.posthouse.console.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One {@code .cfg} file in the configuration folder. Blocks: for the writing thread only.
 *
 * @param path where it lies
 */
record ConfigurationFile(Path path) {

    private static final int ATTEMPTS = 5;

    /**
     * What came of putting changes into a file.
     *
     * @param written the keys that have changed in it
     * @param kept the keys that somebody else had changed in it meanwhile: theirs stays
     */
    record Merged(List<String> written, List<String> kept) {}

    /**
     * Puts into the file what is different between two states of its configuration. When it changes between reading and renaming,
     * everything is done again on what it holds then.
     *
     * @throws IOException if it can't be read or replaced; {@link java.nio.file.NoSuchFileException} if it has gone
     */
    Merged merge(Map<String, String> before, Map<String, String> after) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] seen = Files.readAllBytes(path);
            PropertiesText text = text(seen);
            Merged merged = new Merged(new ArrayList<>(), new ArrayList<>());
            PropertiesText changed = merged(text, before, after, merged);
            if (merged.written().isEmpty() || replaced(seen, changed)) {
                return merged;
            }
        }
        throw new IOException("it changes all the time");
    }

    private static PropertiesText text(byte[] content) throws IOException {
        try {
            PropertiesText text = PropertiesText.of(new String(content, StandardCharsets.ISO_8859_1));
            text.values();
            return text;
        } catch (IllegalArgumentException malformed) {
            throw new IOException("it holds a malformed \\u escape", malformed);
        }
    }

    private static PropertiesText merged(
            PropertiesText text, Map<String, String> before, Map<String, String> after, Merged merged) {
        Map<String, String> written = text.values();
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        PropertiesText changed = text;
        for (String key : keys) {
            Optional<String> was = Optional.ofNullable(before.get(key));
            Optional<String> is = Optional.ofNullable(after.get(key));
            Optional<String> there = Optional.ofNullable(written.get(key));
            if (was.equals(is) || same(there, is)) {
                continue;
            }
            if (!same(there, was)) {
                merged.kept().add(key);
                continue;
            }
            merged.written().add(key);
            PropertiesText base = changed;
            changed = is.map(value -> base.with(key, value)).orElseGet(() -> base.without(key));
        }
        return changed;
    }

    /** What the file says against what the container holds: a placeholder may stand for anything. */
    private static boolean same(Optional<String> written, Optional<String> held) {
        boolean placeholder = written.filter(text -> text.contains("${")).isPresent();
        return placeholder && held.isPresent() || written.map(String::strip).equals(held.map(String::strip));
    }

    private boolean replaced(byte[] seen, PropertiesText text) throws IOException {
        Path staged = staged(text);
        try {
            Files.getFileAttributeView(staged, PosixFileAttributeView.class)
                    .setPermissions(Files.getPosixFilePermissions(path));
            if (!Arrays.equals(seen, Files.readAllBytes(path))) {
                return false;
            }
            Files.move(staged, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    /** FileInstall overlooks what begins with a dot. */
    private Path staged(PropertiesText text) throws IOException {
        Path staged = path.resolveSibling("." + path.getFileName() + ".new");
        Files.deleteIfExists(staged);
        return Files.writeString(staged, text.toString(), StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE_NEW);
    }

    /** Writes a file that isn't there yet. */
    void create(Map<String, String> values) throws IOException {
        PropertiesText text = PropertiesText.of("# Written by the console.\n");
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.with(value.getKey(), value.getValue());
        }
        Files.move(staged(text), path, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Deletes it if it still says what its configuration said.
     *
     * @return false if somebody has changed it meanwhile, or it has gone
     */
    boolean delete(Map<String, String> values) throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        Map<String, String> written = text(Files.readAllBytes(path)).values();
        boolean still = written.keySet().equals(values.keySet())
                && values.entrySet().stream()
                        .allMatch(each ->
                                same(Optional.ofNullable(written.get(each.getKey())), Optional.of(each.getValue())));
        return still && Files.deleteIfExists(path);
    }
}
