package org.posthouse.proxy.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.posthouse.proxy.config.Endpoint;
import org.posthouse.proxy.config.OneLine;
import org.posthouse.proxy.session.UpstreamDialer.Outcome;

/** One dial: the addresses of a server, one after the other. Lives on its loop. */
final class Attempt {

    /** In this order: a time-out is a ConnectException too. */
    private static final List<Reason> WHY = List.of(
            new Reason(ConnectTimeoutException.class, "did not answer in time"),
            new Reason(ConnectException.class, "refused the connection"),
            new Reason(NoRouteToHostException.class, "can't be reached"));

    private final Transport transport;
    private final EventLoop loop;
    private final ChannelHandler leg;
    private final Outcome outcome;
    private final Endpoint upstream;
    private final List<InetAddress> addresses;
    private final int timeoutMillis;
    private final List<String> refusals = new ArrayList<>();

    Attempt(
            Transport transport,
            EventLoop loop,
            ChannelHandler leg,
            Outcome outcome,
            Endpoint upstream,
            List<InetAddress> addresses,
            Duration timeout) {
        this.transport = transport;
        this.loop = loop;
        this.leg = leg;
        this.outcome = outcome;
        this.upstream = upstream;
        this.addresses = addresses;
        this.timeoutMillis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    }

    void start() {
        next(0);
    }

    private void next(int index) {
        if (index == addresses.size()) {
            outcome.failed(String.join("; ", refusals));
            return;
        }
        InetSocketAddress address = new InetSocketAddress(addresses.get(index), upstream.port());
        // A handler joins one pipeline in its life, and there may be several addresses: the leg comes later.
        ChannelFuture connecting = transport.connect(loop, address, timeoutMillis);
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                connected(connecting.channel());
            } else {
                refusals.add(address.getAddress().getHostAddress() + " " + why(done.cause()));
                next(index + 1);
            }
        });
    }

    private void connected(Channel channel) {
        channel.pipeline().addLast(leg);
        outcome.connected(channel);
    }

    private static String why(Throwable cause) {
        return WHY.stream()
                .filter(each -> each.type().isInstance(cause))
                .findFirst()
                .map(Reason::text)
                .orElseGet(() -> OneLine.of(cause.getClass().getSimpleName()));
    }

    private record Reason(Class<? extends Exception> type, String text) {}
}
