package org.posthouse.proxy.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Two embedded channels that speak TLS to each other until both have finished or failed. */
final class Handshake {

    private final SslHandler server;
    private final SslHandler client;

    private Handshake(SslHandler server, SslHandler client) {
        this.server = server;
        this.client = client;
    }

    static Handshake between(SslHandler server, SslHandler client) {
        EmbeddedChannel left = new EmbeddedChannel(server);
        EmbeddedChannel right = new EmbeddedChannel(client);
        Handshake handshake = new Handshake(server, client);
        try {
            for (int turn = 0; turn < 50; turn++) {
                carry(right, left);
                carry(left, right);
            }
        } finally {
            finish(left);
            finish(right);
        }
        return handshake;
    }

    private static void carry(EmbeddedChannel from, EmbeddedChannel to) {
        from.runPendingTasks();
        for (ByteBuf bytes = from.readOutbound(); bytes != null; bytes = from.readOutbound()) {
            if (to.isActive()) {
                quietly(to, bytes);
            } else {
                bytes.release();
            }
        }
    }

    private static void quietly(EmbeddedChannel to, ByteBuf bytes) {
        try {
            to.writeInbound(bytes);
        } catch (Exception failedHandshake) {
            // The handler's future tells.
        }
    }

    private static void finish(EmbeddedChannel channel) {
        try {
            channel.finishAndReleaseAll();
        } catch (Exception failedHandshake) {
            channel.releaseOutbound();
        }
    }

    boolean succeeded() {
        return client.handshakeFuture().isSuccess() && server.handshakeFuture().isSuccess();
    }

    @Nullable
    Throwable failure() {
        return client.handshakeFuture().cause();
    }

    String protocol() {
        return client.engine().getSession().getProtocol();
    }

    @Nullable
    String application() {
        return client.applicationProtocol();
    }

    /** The common name of the certificate that the server showed. */
    String shown() {
        try {
            X509Certificate shown =
                    (X509Certificate) client.engine().getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        } catch (SSLPeerUnverifiedException none) {
            return "none";
        }
    }
}
