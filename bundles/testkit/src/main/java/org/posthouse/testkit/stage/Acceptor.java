package org.posthouse.testkit.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A server's port on loopback. Thread-safe. */
public final class Acceptor implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final ServerSocket port;

    /** Opens any free one. */
    public Acceptor() {
        try {
            port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "posthouse-testkit-accept");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) port.getLocalSocketAddress();
    }

    /**
     * The next connection, or none if this client hears something before: a server speaks first, so a client that hears
     * without one was refused.
     */
    public Wire next(Wire client, BiConsumer<String, byte[]> heard) {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() - deadline < 0) {
            Optional<Wire> next = next(heard);
            if (next.isPresent()) {
                return next.get();
            }
            if (client.look(Inbox::length) > 0 || !client.end().equals("open")) {
                return new None();
            }
        }
        return new None();
    }

    /** The next connection if one comes within milliseconds. */
    public Optional<Wire> next(BiConsumer<String, byte[]> heard) {
        try {
            return Optional.ofNullable(accepted.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS))
                    .map(s -> new SocketWire("server", s, octets -> heard.accept("server", octets)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            port.close();
            for (Socket left : accepted) {
                left.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!port.isClosed()) {
                accepted.add(port.accept());
            }
        } catch (IOException closed) {
            // That is how a port ends.
            return;
        }
    }

    /** The proxy did not connect. */
    private static final class None implements Wire {

        @Override
        public String name() {
            return "server";
        }

        @Override
        public void send(InputStream octets) {
            throw new IllegalStateException("the proxy has not connected to the server");
        }

        @Override
        public <T> T look(Function<Inbox, T> look) {
            return look.apply(new Inbox());
        }

        @Override
        public void close() {}

        @Override
        public void block(boolean on) {}

        @Override
        public String end() {
            return "not connected";
        }
    }
}
