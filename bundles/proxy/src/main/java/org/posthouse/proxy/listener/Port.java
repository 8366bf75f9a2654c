package org.posthouse.proxy.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.posthouse.admin.ListenerState;
import org.posthouse.proxy.config.AddressLiteral;
import org.posthouse.proxy.config.Endpoint;
import org.posthouse.proxy.config.OneLine;
import org.posthouse.proxy.transport.Transport;

/** A port that listens. {@link #open} and {@link #close} wait: never call them on an event loop. */
final class Port {

    /** What opening came to. */
    sealed interface Attempt {
        /** It listens. */
        record Opened(Port port) implements Attempt {
            @Override
            public <R> R match(Function<Port, R> opened, Function<Refused, R> refused) {
                return opened.apply(port);
            }
        }

        /** It doesn't, and why. */
        record Refused(ListenerState state, String reason) implements Attempt {
            @Override
            public <R> R match(Function<Port, R> opened, Function<Refused, R> refused) {
                return refused.apply(this);
            }
        }

        <R> R match(Function<Port, R> opened, Function<Refused, R> refused);
    }

    private static final long CLOSE_SECONDS = 2;

    private final Endpoint endpoint;
    private final Channel channel;

    private Port(Endpoint endpoint, Channel channel) {
        this.endpoint = endpoint;
        this.channel = channel;
    }

    /** Opens a port for these children. May resolve a name. */
    static Attempt open(Transport transport, String listener, Endpoint endpoint, ChannelHandler children) {
        try {
            ChannelFuture bound = transport
                    .server(address(endpoint), children)
                    .handler(new AcceptFailures(listener))
                    .bind()
                    .awaitUninterruptibly();
            return bound.isSuccess() ? new Attempt.Opened(new Port(endpoint, bound.channel())) : refused(bound.cause());
        } catch (UnknownHostException unknown) {
            return new Attempt.Refused(ListenerState.FAILED, "the name " + endpoint.host() + " is unknown");
        }
    }

    private static InetSocketAddress address(Endpoint endpoint) throws UnknownHostException {
        if (endpoint.wildcard()) {
            return new InetSocketAddress(endpoint.port());
        }
        InetAddress literal = AddressLiteral.parse(endpoint.host()).orElse(null);
        return new InetSocketAddress(
                literal != null ? literal : InetAddress.getByName(endpoint.host()), endpoint.port());
    }

    private static Attempt refused(Throwable cause) {
        // NIO and epoll throw different classes with different texts, but both quote the system's own words.
        String text = String.valueOf(cause.getMessage());
        if (text.contains("in use")) {
            return new Attempt.Refused(ListenerState.TAKEN, "the port is in use");
        }
        if (text.contains("ermission denied")) {
            return new Attempt.Refused(
                    ListenerState.FAILED, "this user may not open the port (below 1024 it needs a right)");
        }
        if (text.contains("assign requested address")) {
            return new Attempt.Refused(ListenerState.FAILED, "this machine has no such address");
        }
        return new Attempt.Refused(ListenerState.FAILED, OneLine.of(text));
    }

    /** As configured. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** As bound: with the port that the system chose for port 0. */
    String address() {
        return new Endpoint(endpoint.host(), ((InetSocketAddress) channel.localAddress()).getPort()).toString();
    }

    /** Stops accepting and waits until the system has the port back, which takes no time worth speaking of. */
    void close() {
        channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
