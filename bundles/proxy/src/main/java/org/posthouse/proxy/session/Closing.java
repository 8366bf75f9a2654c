package org.posthouse.proxy.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.posthouse.intercept.SessionEvent;

/**
 * How a session ends. The client hears a BYE with the reason where it stands between messages; inside a message that
 * will never be whole it gets a reset, so that the truncation shows.
 */
final class Closing {

    private static final String CLOSING = "this service is closing, connect again later";
    private static final int BOUNDARY_SECONDS = 5;

    private final Session session;
    private Optional<Ending> waiting = Optional.empty();
    private boolean draining;
    private boolean ending;

    Closing(Session session) {
        this.session = session;
    }

    /** Ends now, or, where that ending may wait, when the server's message under way is over (at most 5 s). */
    void end(Ending why) {
        if (ending || (why.waits() && waiting.isPresent())) {
            return;
        }
        if (why.waits() && !session.atBoundary() && session.legs().connected().isPresent()) {
            waiting = Optional.of(why);
            session.clientGate().close(Gate.Reason.ENDED);
            session.client().eventLoop().schedule(() -> endNow(why), BOUNDARY_SECONDS, TimeUnit.SECONDS);
        } else {
            endNow(waiting.orElse(why));
        }
    }

    /** A message of the server is over. */
    void boundary() {
        if (waiting.isPresent()) {
            endNow(waiting.get());
        } else if (draining) {
            tryDrain();
        }
    }

    /** Whether the end of a message of the server is awaited. */
    boolean isWaiting() {
        return draining || waiting.isPresent();
    }

    /** Ends at the next moment at which no command is under way. */
    void drain() {
        draining = true;
        tryDrain();
    }

    void drainNow() {
        end(Ending.unavailable(CLOSING).now());
    }

    /** For logs. Netty's message on octets that are no TLS holds them all, a password among them. */
    static String describe(Throwable failure) {
        Throwable cause =
                failure instanceof DecoderException && failure.getCause() != null ? failure.getCause() : failure;
        String name = cause.getClass().getSimpleName();
        return cause instanceof NotSslRecordException ? name : name + ": " + cause.getMessage();
    }

    private void tryDrain() {
        boolean quiet = session.quiet() || session.ledger().idling();
        if (quiet
                && session.atBoundary()
                && !session.commands().underWay()
                && !session.errands().isBusy()) {
            end(Ending.unavailable(CLOSING));
        }
    }

    private void endNow(Ending why) {
        if (ending) {
            return;
        }
        // Set first: what is said now is shown to a chain that may fail, too.
        ending = true;
        // A handshake that isn't over can carry nothing, and its end isn't waited for.
        boolean handshaking = session.handshaking();
        boolean whole = session.atBoundary() && !handshaking;
        if (whole && session.state().mayBye()) {
            why.complaint().ifPresent(c -> session.responder().untagged("BAD", c));
            why.bye().ifPresent(b -> session.responder().untagged(b, why.reason()));
        }
        boolean loggedIn = session.state().authenticated();
        boolean halfSent = session.commands().commands().way().halfSent();
        session.toEnded();
        session.deadlines().ended();
        if (!session.chain().isEmpty()) {
            session.chain().event(new SessionEvent.Closing(why.reason()));
            session.chain().close();
        }
        if (handshaking) {
            session.client().close();
        } else {
            finish(session.toClient(), session.client(), !whole);
        }
        session.legs().connected().ifPresent(s -> finish(session.toServer(), s, halfSent));
        session.visit().ended(why, loggedIn, stage(why, loggedIn));
        // Only now: what is closed needs no telling.
        session.clientGate().close(Gate.Reason.ENDED);
        session.legs().stopReading();
        session.commands().release();
        session.responder().release();
        session.responses().release();
    }

    /** In which state the server failed: connect, tls, greeting, login; later it is no state worth a word. */
    private Optional<String> stage(Ending why, boolean loggedIn) {
        boolean server = why.side().equals("server");
        return server && !loggedIn
                ? Optional.of(session.opening().map(UpstreamOpening::stage).orElse("login"))
                : Optional.empty();
    }

    private static void finish(Relay relay, Channel channel, boolean truncated) {
        relay.cut();
        relay.flush();
        if (truncated) {
            reset(channel);
        } else if (channel.isOpen()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Without close_notify: outbound from the first handler on goes past the TLS handler. */
    static void reset(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }
}
