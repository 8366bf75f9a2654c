package org.posthouse.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** An instance's own folder, held by a lock file from construction to the end of the process (the kernel releases it on a crash). */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, creating it when it isn't there.
     *
     * @throws Refusal {@link ExitCode#TEMPORARY} when another instance holds it, {@link ExitCode#PERMISSION} when it can't be written
     */
    static DataFolder take(Path folder) throws Refusal {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal(ExitCode.TEMPORARY, "data folder " + folder + ": in use by another instance");
            }
            return new DataFolder(folder, channel);
        } catch (IOException failure) {
            throw new Refusal(ExitCode.PERMISSION, "data folder " + folder + ": not writable: " + reason(failure));
        }
    }

    Path folder() {
        return folder;
    }

    Path storage() {
        return folder.resolve("framework");
    }

    Path watcherFiles() {
        return folder.resolve("fileinstall");
    }

    /** Writes a file that the instance needs, replacing an older one. */
    Path write(String name, String text) throws Refusal {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new Refusal(ExitCode.PERMISSION, "data folder " + folder + ": not writable: " + reason(failure));
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock()).isPresent();
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.toString();
    }
}
