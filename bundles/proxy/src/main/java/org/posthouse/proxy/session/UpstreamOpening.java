package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.posthouse.imap.Capability;
import org.posthouse.imap.wire.CapabilityLine;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.proxy.chain.Redaction;
import org.posthouse.proxy.config.ServerTls;

/**
 * From the connection to the server until the client has its greeting (R5a). With STARTTLS nothing that the server
 * said before the handshake reaches the client: the proxy asks for the list after it and greets the client itself.
 */
final class UpstreamOpening {

    private enum Phase {
        CONNECTING("connect"),
        GREETING("greeting"),
        STARTTLS("tls"),
        SECURING("tls"),
        CAPABILITY("greeting");

        private final String stage;

        Phase(String stage) {
            this.stage = stage;
        }
    }

    private final Session session;
    private Phase phase = Phase.CONNECTING;
    private String tag = "";
    private List<Capability> list = List.of();

    UpstreamOpening(Session session) {
        this.session = session;
    }

    /** TCP is there. */
    void connected(Channel server) {
        if (session.settings().upstreamTls() == ServerTls.IMPLICIT) {
            secure(server, Phase.GREETING);
        } else {
            phase = Phase.GREETING;
        }
    }

    /** In which state an upstream failed, for logs. */
    String phase() {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** The same in the words that operators know: connect, tls, greeting. */
    String stage() {
        return phase.stage;
    }

    /** A line of the server; the buffer is borrowed. */
    void line(ByteBuf in, int pos, int end, int head, boolean whole) {
        if (!whole) {
            fail("a greeting or answer with a literal or of over 64 KiB");
            return;
        }
        switch (phase) {
            case GREETING -> greeting(in, pos, end, head);
            case STARTTLS -> startTls(in, pos, end, head);
            case CAPABILITY -> capability(in, pos, end, head);
            case CONNECTING, SECURING -> fail("data before it was asked for");
        }
    }

    private void greeting(ByteBuf in, int pos, int end, int head) {
        Status status = ResponseHead.status(head);
        boolean greeting = ResponseHead.kind(head) == Kind.STATUS
                && (status == Status.OK || status == Status.PREAUTH || status == Status.BYE);
        if (!greeting) {
            fail("no IMAP greeting");
        } else if (session.settings().upstreamTls() != ServerTls.STARTTLS) {
            relay(in, pos, end, status);
        } else if (status != Status.OK) {
            // Not even a BYE goes on: nobody knows yet who says it.
            fail("greeting does not allow STARTTLS");
        } else {
            phase = Phase.STARTTLS;
            ask("STARTTLS");
        }
    }

    private void relay(ByteBuf in, int pos, int end, Status status) {
        if (status == Status.PREAUTH && session.demandsTls()) {
            session.end(Ending.policy("PRIVACYREQUIRED", "the server has no login to protect, use TLS from the start"));
            return;
        }
        session.greet(status, () -> session.responses().lines().first(in, pos, end, true));
    }

    private void startTls(ByteBuf in, int pos, int end, int head) {
        if (ResponseHead.kind(head) == Kind.DATA && ResponseHead.capabilities(head)) {
            return;
        }
        if (!answered(in, pos, end, head) || ResponseHead.status(head) != Status.OK) {
            fail("STARTTLS refused");
        } else if (end != in.writerIndex()) {
            fail("plain data behind STARTTLS");
        } else {
            secure(session.server(), Phase.CAPABILITY);
        }
    }

    private void capability(ByteBuf in, int pos, int end, int head) {
        if (ResponseHead.kind(head) == Kind.DATA && ResponseHead.capabilities(head)) {
            list = CapabilityLine.find(in, pos, end)
                    .map(span -> CapabilityLine.read(in, span))
                    .orElse(List.of());
        } else if (answered(in, pos, end, head)) {
            String words = list.stream().map(Capability::toString).collect(Collectors.joining(" "));
            String code = list.isEmpty() ? "" : "[CAPABILITY " + words + "] ";
            ByteBuf greeting = ByteBufUtil.writeAscii(in.alloc(), "* OK " + code + "posthouse: ready\r\n");
            session.greet(Status.OK, () -> ours(greeting));
        } else if (ResponseHead.status(head) == Status.BYE) {
            fail("BYE after STARTTLS");
        }
    }

    private void ours(ByteBuf greeting) {
        Optional<byte[]> corrected =
                session.capabilities().correct(greeting, greeting.readerIndex(), greeting.writerIndex());
        corrected.ifPresent(line -> greeting.clear().writeBytes(line));
        session.shown().oursToClient(greeting, Redaction.NONE);
        session.toClient().insert(greeting);
    }

    private boolean answered(ByteBuf in, int pos, int end, int head) {
        return ResponseHead.kind(head) == Kind.TAGGED
                && end - pos > tag.length()
                && in.toString(pos, tag.length(), StandardCharsets.ISO_8859_1).equals(tag)
                && in.getByte(pos + tag.length()) == ' ';
    }

    private void ask(String command) {
        tag = session.listenerSessions().freshTag();
        ByteBuf line = ByteBufUtil.writeAscii(session.server().alloc(), tag + " " + command + "\r\n");
        session.shown().oursToServer(line);
        session.toServer().insert(line);
        session.toServer().flush();
    }

    private void secure(Channel server, Phase next) {
        phase = Phase.SECURING;
        SslHandler tls = session.gateway().upstream().tls(server.alloc());
        server.pipeline().addFirst(tls);
        tls.handshakeFuture().addListener(done -> {
            if (done.isSuccess()) {
                secured(next);
            } else {
                fail("TLS handshake failed: " + cause(done.cause()));
            }
        });
    }

    private void secured(Phase next) {
        if (session.responses().holding()) {
            // Half a line that came in the clear would become the beginning of the first one in TLS.
            fail("plain data behind STARTTLS");
            return;
        }
        phase = next;
        if (next == Phase.CAPABILITY) {
            ask("CAPABILITY");
        }
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Closing.describe(root);
    }

    private void fail(String reason) {
        session.upstreamFailed(phase(), reason);
    }
}
