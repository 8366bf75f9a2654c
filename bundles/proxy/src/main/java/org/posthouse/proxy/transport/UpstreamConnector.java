package org.posthouse.proxy.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.posthouse.proxy.config.Endpoint;
import org.posthouse.proxy.session.UpstreamDialer;
import org.posthouse.proxy.tls.UpstreamContext;

/**
 * The way to one server. The connect time-out bounds the look-up of the name and then each address by itself. The
 * leg joins the pipeline once the connection stands, so it never sees an address that didn't answer; the channel
 * doesn't read before {@code autoRead} is turned on.
 */
public final class UpstreamConnector implements UpstreamDialer {

    private final Transport transport;
    private final NameResolver resolver;
    private final Endpoint upstream;
    private final Duration timeout;
    private final Optional<UpstreamContext> tls;
    private final Optional<List<InetAddress>> literal;

    public UpstreamConnector(
            Transport transport,
            NameResolver resolver,
            Endpoint upstream,
            Duration timeout,
            Optional<UpstreamContext> tls) {
        this.transport = transport;
        this.resolver = resolver;
        this.upstream = upstream;
        this.timeout = timeout;
        this.tls = tls;
        this.literal = resolver.immediate(upstream.host());
    }

    @Override
    public void dial(EventLoop loop, ChannelHandler leg, Outcome outcome) {
        if (literal.isPresent()) {
            attempt(loop, leg, outcome, literal.get());
            return;
        }
        resolver.resolve(upstream.host(), timeout)
                .whenComplete(
                        (addresses, failure) -> loop.execute(() -> resolved(loop, leg, outcome, addresses, failure)));
    }

    private void resolved(
            EventLoop loop,
            ChannelHandler leg,
            Outcome outcome,
            List<InetAddress> addresses,
            @Nullable Throwable failure) {
        if (failure == null) {
            attempt(loop, leg, outcome, addresses);
        } else {
            outcome.failed(why(failure));
        }
    }

    private void attempt(EventLoop loop, ChannelHandler leg, Outcome outcome, List<InetAddress> addresses) {
        Attempt attempt = new Attempt(transport, loop, leg, outcome, upstream, addresses, timeout);
        if (loop.inEventLoop()) {
            attempt.start();
        } else {
            loop.execute(attempt::start);
        }
    }

    private static String why(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return "the name was not resolved in time";
        }
        return cause instanceof UnknownHostException ? "the name is unknown" : "the resolver is busy";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if {@code upstream.tls = off}
     */
    @Override
    public SslHandler tls(ByteBufAllocator alloc) {
        return tls.orElseThrow(() -> new IllegalStateException("upstream.tls = off"))
                .handler(alloc);
    }
}
