package org.posthouse.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three pages over HTTP. Open from construction to {@link #close()}; each question has a thread of ours for itself. */
final class Endpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private static final int THREADS = 64;
    private static final int BACKLOG = 16;
    private static final long IDLE_SECONDS = 10;

    private final HttpServer server;
    /** Nothing queues: who comes when all are busy is served by the acceptor, which takes nobody else meanwhile. */
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Endpoint::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());

    /**
     * Opens the port.
     *
     * @throws IOException if it can't be opened
     */
    Endpoint(InetSocketAddress listen, Supplier<Page> metrics, Supplier<Page> live, Supplier<Page> ready)
            throws IOException {
        server = HttpServer.create(listen, BACKLOG);
        server.createContext("/", exchange -> answer(exchange, "/", Page::index));
        server.createContext("/metrics", exchange -> answer(exchange, "/metrics", metrics));
        server.createContext("/health/live", exchange -> answer(exchange, "/health/live", live));
        server.createContext("/health/ready", exchange -> answer(exchange, "/health/ready", ready));
        server.setExecutor(threads);
        server.start();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "posthouse-metrics");
        thread.setDaemon(true);
        return thread;
    }

    /** Where it is open. */
    InetSocketAddress address() {
        return server.getAddress();
    }

    private static void answer(HttpExchange exchange, String path, Supplier<Page> content) throws IOException {
        try (exchange) {
            send(exchange, page(exchange, path, content));
        }
    }

    private static Page page(HttpExchange exchange, String path, Supplier<Page> content) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Page.text(405, "only GET and HEAD\n");
        }
        // A context takes everything that begins so.
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return Page.text(404, "there is /metrics, /health/live, /health/ready\n");
        }
        try {
            return content.get();
        } catch (RuntimeException unexpected) {
            LOG.error("metrics event=failed path={}", path, unexpected);
            return Page.text(500, "failed, the log names the reason\n");
        }
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        byte[] body = page.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(page.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(page.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
