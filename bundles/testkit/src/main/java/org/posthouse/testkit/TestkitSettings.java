package org.posthouse.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import org.posthouse.testkit.stage.RemoteStage;
import org.posthouse.testkit.stage.SocketStage;

/** What can be said of a {@link Testkit} before it begins; all of it has a default. */
public abstract sealed class TestkitSettings permits Testkit {

    TestkitSettings() {}

    /** What the server announces in its greeting and at login: {@code IMAP4rev1 LITERAL+}. Blank: it doesn't. */
    public Testkit capabilities(String atoms) {
        settings().capabilities = atoms;
        return kit();
    }

    /** A key of the listener's file: {@code listener("timeout.idle", "5m")}; see docs/configuration.md. */
    public Testkit listener(String key, String value) {
        settings().keys.put(key, value);
        return kit();
    }

    /** The client's leg is not encrypted; by default it is. */
    public Testkit unencrypted() {
        settings().tls = "off";
        return kit();
    }

    /** The client's leg is not encrypted until it says STARTTLS; the handshake is done with the OK. */
    public Testkit startTls() {
        settings().tls = "starttls";
        return kit();
    }

    /** Where the client of session <em>n</em> comes from; by default 192.0.2.<em>n</em>. */
    public Testkit from(String... addresses) {
        settings().addresses = n -> new InetSocketAddress(addresses[(n - 1) % addresses.length], 40_000 + n);
        return kit();
    }

    /**
     * Real time that the kit waits for what other threads do before it fails, 2 s by default; ten of it for an event loop
     * that doesn't come back.
     */
    public Testkit patience(Duration time) {
        settings().patience = time;
        return kit();
    }

    /** A clock of the interceptors' own that moves with the kit's. */
    public Testkit clock(TestClock clock) {
        settings().clock = clock;
        return kit();
    }

    /** Scripts begin when the proxy has connected to the server: the first line is the server's greeting. */
    public Testkit connected() {
        settings().start = Options.Start.CONNECTED;
        return kit();
    }

    /** Scripts begin behind the greeting. */
    public Testkit greeted() {
        settings().start = Options.Start.GREETED;
        return kit();
    }

    /** Scripts begin behind a PREAUTH greeting: logged in, and nobody knows who. */
    public Testkit preauthenticated() {
        settings().start = Options.Start.PREAUTHENTICATED;
        return kit();
    }

    /** Scripts begin behind {@code LOGIN kit secret}, which the interceptors have seen. The default. */
    public Testkit loggedIn() {
        settings().start = Options.Start.LOGGED_IN;
        return kit();
    }

    /** The same with another user. */
    public Testkit loggedIn(String user) {
        settings().user = user;
        return loggedIn();
    }

    /** Scripts begin with this mailbox selected, behind a SELECT that the interceptors have seen; it has 3 messages. */
    public Testkit selected(String mailbox) {
        settings().mailbox = Optional.of(mailbox);
        return kit();
    }

    /**
     * Dialogue test: the same over real sockets on loopback, without TLS, on a real event loop. The clock is the world's
     * ({@link Testkit#advance} throws), so "nothing else" means by now.
     */
    public Testkit overSockets() {
        settings().tls = "off";
        settings().engine = SocketStage::new;
        return kit();
    }

    /**
     * Dialogue test against a proxy that runs elsewhere, in a container say, with the interceptors that it has. Nothing can
     * be plugged in from here and nothing of its inside is checked.
     *
     * @param proxy its listener
     * @param sockets what the client connects with: {@link SocketFactory#getDefault()} or one of TLS
     * @param server the port that the proxy has as its upstream
     */
    public Testkit against(InetSocketAddress proxy, SocketFactory sockets, ScriptedServer server) {
        settings().engine = keys -> new RemoteStage(proxy, sockets, server.acceptor());
        return kit();
    }

    /** For the test's beginning. */
    abstract Options settings();

    abstract Testkit kit();
}
