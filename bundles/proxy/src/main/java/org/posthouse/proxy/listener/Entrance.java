package org.posthouse.proxy.listener;

import io.netty.channel.ChannelHandler;
import java.util.List;
import java.util.Optional;
import org.posthouse.admin.ListenerState;
import org.posthouse.proxy.config.Fault;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port of one listener, as it opens, moves, shuts and closes; tells the state and the log. {@link #open}, {@link
 * #move} and {@link #shut} are called by one thread at a time and wait for the system; {@link #close} comes from any thread,
 * once, and nothing opens after it.
 */
final class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final String name;
    private final Transport transport;
    private final ChannelHandler children;
    private final StateSink state;
    private volatile Optional<Port> port = Optional.empty();
    private volatile boolean closed;

    Entrance(String name, Transport transport, ChannelHandler children, StateSink state) {
        this.name = name;
        this.transport = transport;
        this.children = children;
        this.state = state;
    }

    boolean isOpen() {
        return port.isPresent();
    }

    /** Opens the port, or tells why it can't be opened. */
    void open(ListenerSettings settings) {
        if (closed || port.isPresent()) {
            return;
        }
        state.tell(ListenerState.OPENING, "");
        attempt(settings)
                .match(
                        opened -> opened(opened, settings),
                        refused -> failed(
                                refused, settings, "state=" + refused.state().word()));
    }

    /** True if the port is where these settings want it, which may have needed a new one. Needs an open port. */
    boolean move(ListenerSettings next) {
        Port old = port.orElseThrow();
        if (old.endpoint().equals(next.listen())) {
            return true;
        }
        if (old.endpoint().overlaps(next.listen())) {
            return widen(old, next);
        }
        return attempt(next)
                .match(
                        opened -> {
                            old.close();
                            return opened(opened, next);
                        },
                        refused -> mayBeOurs(refused, old, next) ? widen(old, next) : kept(refused, next));
    }

    /** Two names of one address, or one that holds the other (localhost, 0.0.0.0): only the system knows. */
    private static boolean mayBeOurs(Port.Attempt.Refused refused, Port old, ListenerSettings next) {
        return refused.state() == ListenerState.TAKEN
                && old.endpoint().port() == next.listen().port();
    }

    /** From 127.0.0.1 to * on one port and such: ourselves would be in the way, so for once the old one goes first. */
    private boolean widen(Port old, ListenerSettings next) {
        old.close();
        return attempt(next).match(opened -> opened(opened, next), refused -> {
            kept(refused, next);
            restore(old, next);
            return false;
        });
    }

    private void restore(Port old, ListenerSettings refused) {
        Port.open(transport, name, old.endpoint(), children).match(this::hold, gone -> {
            port = Optional.empty();
            return failed(gone, refused, "state=" + gone.state().word());
        });
    }

    private Port.Attempt attempt(ListenerSettings settings) {
        return Port.open(transport, name, settings.listen(), children);
    }

    private boolean opened(Port opened, ListenerSettings settings) {
        LOG.info(
                "listener={} state=open listen={} tls={} upstream={} upstream.tls={}",
                name,
                opened.address(),
                settings.tls().word(),
                settings.upstream(),
                settings.upstreamTls().word());
        return hold(opened);
    }

    /** False if the listener is gone meanwhile. */
    private boolean hold(Port opened) {
        port = Optional.of(opened);
        if (closed) {
            opened.close();
            return false;
        }
        state.tell(ListenerState.OPEN, opened.address());
        return true;
    }

    /** The open port stays where it is. */
    private boolean kept(Port.Attempt.Refused refused, ListenerSettings settings) {
        state.kept(List.of(fault(refused, settings)));
        return failed(refused, settings, "event=kept");
    }

    private static Fault fault(Port.Attempt.Refused refused, ListenerSettings settings) {
        return new Fault(settings.source(), "listen", settings.listen() + ": " + refused.reason());
    }

    private boolean failed(Port.Attempt.Refused refused, ListenerSettings settings, String what) {
        LOG.error("listener={} {} {}", name, what, fault(refused, settings));
        if (port.isEmpty()) {
            state.tell(refused.state(), "");
        }
        return false;
    }

    /** Closes the port before it returns, for a while: {@link #open} opens it again. Called as that is. */
    void shut() {
        if (closed) {
            return;
        }
        port.ifPresent(Port::close);
        port = Optional.empty();
        state.tell(ListenerState.DRAINED, "");
        LOG.warn("listener={} state=drained by=operator", name);
    }

    /** Closes the port before it returns, but for one that is just being opened: that one closes itself. */
    void close() {
        closed = true;
        port.ifPresent(Port::close);
    }
}
