package org.posthouse.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the password, read anew at each login; says when others than its owner may read or write it. Thread-safe. */
final class PasswordFile {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int LONGEST = 1024;

    private final Supplier<?> place;
    private final AtomicBoolean exposed = new AtomicBoolean();

    /** The supplier gives its path. */
    PasswordFile(Supplier<?> place) {
        this.place = place;
    }

    Path path() {
        return Path.of(String.valueOf(place.get()));
    }

    /**
     * What is in it, without blanks around it; empty if nothing is.
     *
     * @throws IOException if it can't be read, or has been replaced by something that would never end, like a pipe
     */
    String read() throws IOException {
        Path file = path();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "no regular file");
        }
        watch(file);
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }

    /** Once each time that it happens, not once a request. The launcher takes such rights away, but at the start only. */
    private void watch(Path file) throws IOException {
        boolean open = !OWNER_ONLY.containsAll(rights(file));
        if (exposed.getAndSet(open) || !open) {
            return;
        }
        LOG.warn(
                "event=exposed file={} reason=\"others than its owner may read or write the console's password\""
                        + " mend=\"chmod 600, and write another password into it\"",
                file);
    }

    private static Set<PosixFilePermission> rights(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (UnsupportedOperationException noModes) {
            return Set.of();
        }
    }
}
