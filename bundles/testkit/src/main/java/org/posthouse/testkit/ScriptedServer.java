package org.posthouse.testkit;

import java.net.InetSocketAddress;
import org.posthouse.testkit.stage.Acceptor;

/**
 * A server's port on loopback, for a proxy that runs elsewhere and has it as its upstream; what it says stands in the
 * script of {@link Testkit#against}. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

    private final Acceptor acceptor = new Acceptor();

    private ScriptedServer() {}

    /** Listens on any free port. */
    public static ScriptedServer listening() {
        return new ScriptedServer();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return acceptor.address();
    }

    /** Connections that nobody has taken are closed too. */
    @Override
    public void close() {
        acceptor.close();
    }

    Acceptor acceptor() {
        return acceptor;
    }
}
