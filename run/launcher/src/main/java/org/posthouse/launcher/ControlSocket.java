package org.posthouse.launcher;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A socket in the data folder for {@code bin/posthouse status} and the like. It lies in a folder that only its owner can enter, so
 * who reaches it is who runs the proxy, or root. One request and one answer per connection ({@link ControlLine}).
 *
 * <p>Each connection has a thread of its own, few at a time and 10 s at most: somebody who connects and says nothing keeps nobody waiting.
 */
final class ControlSocket implements AutoCloseable {
    private static final String FOLDER = "control";
    private static final int AT_A_TIME = 8;
    private static final int SECONDS = 10;
    private final Path file;
    private final ServerSocketChannel server;
    private final Function<String, String> answers;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "bounds"));

    private ControlSocket(Path file, ServerSocketChannel server, Function<String, String> answers) {
        this.file = file;
        this.server = server;
        this.answers = answers;
    }

    /** Where the socket of an instance is. */
    static Path in(Path data) {
        return data.resolve(FOLDER).resolve("socket");
    }

    /**
     * Opens it. The caller holds the data folder, so a file that is there was left behind by a process that is gone.
     *
     * @param answers gets a request line, gives the answer; called by several threads
     * @throws IOException if it can't be made, a path too long for a socket among the reasons
     */
    static ControlSocket open(Path data, Function<String, String> answers) throws IOException {
        Path file = in(data);
        folder(data.resolve(FOLDER));
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
        ControlSocket opened = new ControlSocket(file, server, answers);
        daemon(opened::accept, "accept").start();
        return opened;
    }

    /** Ours alone, also if it is there and somebody had opened it to others. */
    private static void folder(Path folder) throws IOException {
        var owner = PosixFilePermissions.fromString("rwx------");
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(folder, owner);
        } else {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(owner));
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                free.acquire();
                clock.schedule(() -> quietly(client), SECONDS, TimeUnit.SECONDS);
                daemon(() -> serve(client), "request").start();
            }
        } catch (IOException closed) {
            // The end of the process.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            ControlLine.write(client, answers.apply(ControlLine.readLine(client)));
        } catch (IOException left) {
            // Who asked has gone, or took too long.
        } finally {
            free.release();
        }
    }

    private static void quietly(SocketChannel client) {
        try {
            client.close();
        } catch (IOException gone) {
            // Closed either way.
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "posthouse-socket-" + name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.close();
        clock.shutdownNow();
        Files.deleteIfExists(file);
    }
}
