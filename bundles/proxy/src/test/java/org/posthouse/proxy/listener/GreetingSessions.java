package org.posthouse.proxy.listener;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Gateway;

/** Sessions that tell a client which upstream its gateway has, and then stay. */
final class GreetingSessions implements Sessions {

    final List<ListenerSettings> configured = new CopyOnWriteArrayList<>();
    final List<Channel> open = new CopyOnWriteArrayList<>();
    final List<Duration> drained = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> gone = new CompletableFuture<>();
    volatile boolean closed;

    @Override
    public void configure(ListenerSettings live) {
        configured.add(live);
    }

    @Override
    public void open(Channel accepted, Gateway gateway) {
        open.add(accepted);
        String greeting = gateway.settings().upstream() + "\n";
        accepted.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext context) {
                context.writeAndFlush(Unpooled.copiedBuffer(greeting, StandardCharsets.US_ASCII));
            }
        });
    }

    @Override
    public CompletionStage<Void> drain(Duration bound) {
        drained.add(bound);
        return gone;
    }

    @Override
    public int count() {
        return open.size();
    }

    @Override
    public long epoch() {
        return configured.size();
    }

    @Override
    public Visits visits() {
        return Visits.none();
    }

    @Override
    public Traffic traffic() {
        return Traffic.none();
    }

    @Override
    public List<CompletableFuture<List<SessionStatus>>> portraits() {
        return List.of();
    }

    @Override
    public List<CompletableFuture<Integer>> kick(SessionFilter which, String reason) {
        return List.of();
    }

    @Override
    public Optional<List<CompletableFuture<Void>>> switched(String slot, boolean on) {
        return Optional.empty();
    }

    @Override
    public boolean readmit(String slot) {
        return false;
    }

    @Override
    public List<SlotStatus> chain() {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }
}
