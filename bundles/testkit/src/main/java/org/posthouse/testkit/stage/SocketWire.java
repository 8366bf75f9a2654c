package org.posthouse.testkit.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real socket, read by a thread of its own. Thread-safe. */
public final class SocketWire implements Wire {

    private static final int CHUNK = 32 * 1024;

    private final String name;
    private final Socket socket;
    private final Consumer<byte[]> heard;
    private final Inbox inbox = new Inbox();
    private String end = "open";
    private boolean blocked;

    /**
     * Begins to read.
     *
     * @param heard gets what comes, on the reading thread
     */
    public SocketWire(String name, Socket socket, Consumer<byte[]> heard) {
        this.name = name;
        this.socket = socket;
        this.heard = heard;
        Thread reader = new Thread(this::read, "posthouse-testkit-" + name);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(InputStream octets) {
        try {
            byte[] chunk = octets.readNBytes(CHUNK);
            while (chunk.length > 0) {
                socket.getOutputStream().write(chunk);
                chunk = octets.readNBytes(CHUNK);
            }
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the " + name + " can't send", e);
        }
    }

    @Override
    public synchronized <T> T look(Function<Inbox, T> look) {
        return look.apply(inbox);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void block(boolean on) {
        blocked = on;
        notifyAll();
    }

    @Override
    public synchronized String end() {
        return end;
    }

    private void read() {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                got(Arrays.copyOf(chunk, count));
            }
            ended("closed");
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            ended(why.contains("reset") ? "reset" : "closed");
        } catch (InterruptedException e) {
            ended("closed");
        }
    }

    private void got(byte[] octets) throws InterruptedException {
        synchronized (this) {
            while (blocked) {
                wait();
            }
            inbox.add(octets);
        }
        heard.accept(octets);
    }

    private synchronized void ended(String how) {
        end = how;
    }
}
