package org.posthouse.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes that this run started; they end when it ends, however it ends. Any thread. */
final class Children implements AutoCloseable {
    /** The proxy under test is alone on one core; load and sink share the other. */
    static final int PROXY_CORE = 0;

    static final int LOAD_CORE = 1;
    private static final int PATIENCE = 30;

    private final Path logs;
    private final Deque<Process> running = new ArrayDeque<>();

    Children(Path logs) {
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-children"));
    }

    /** Starts a program on one core and waits until its ports are open. Its output goes to a file of that name. */
    Process start(String name, int core, List<String> command, int... ports) throws InterruptedException {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
        pinned.addAll(command);
        Process process;
        try {
            process = new ProcessBuilder(pinned)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            logs.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        synchronized (running) {
            running.push(process);
        }
        for (int port : ports) {
            awaitPort(name, process, port);
        }
        return process;
    }

    private void awaitPort(String name, Process process, int port) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!open(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        name + " didn't open port " + port + ", see " + logs.resolve(name + ".log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    static boolean open(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Ends a process and waits for its end. */
    void stop(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        below.forEach(ProcessHandle::destroyForcibly);
        synchronized (running) {
            running.remove(process);
        }
    }

    @Override
    public void close() {
        List<Process> left;
        synchronized (running) {
            left = List.copyOf(running);
        }
        left.forEach(this::stop);
    }
}
