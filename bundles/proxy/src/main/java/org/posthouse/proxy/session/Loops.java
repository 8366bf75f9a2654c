package org.posthouse.proxy.session;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.posthouse.admin.Traffic;
import org.posthouse.proxy.chain.ChainSnapshot;

/** The event loops that a listener's sessions live on. Thread-safe: what concerns a session is posted to its loop. */
final class Loops {

    private final ListenerSessions listener;
    private final Map<EventLoop, LoopSessions> loops = new ConcurrentHashMap<>();

    Loops(ListenerSessions listener) {
        this.listener = listener;
    }

    LoopSessions of(EventLoop loop) {
        return loops.computeIfAbsent(loop, l -> new LoopSessions(l, listener));
    }

    /** Puts a question to each loop, answered between two reads. */
    <T> List<CompletableFuture<T>> ask(Function<LoopSessions, T> question) {
        List<CompletableFuture<T>> answers = new ArrayList<>();
        loops.values().forEach(each -> {
            CompletableFuture<T> answer = new CompletableFuture<>();
            answers.add(answer);
            each.post(() -> answer.completeAsync(() -> question.apply(each), Runnable::run));
        });
        return answers;
    }

    CompletableFuture<Void> drain(Duration bound) {
        List<CompletableFuture<Void>> drained = new ArrayList<>();
        loops.values().forEach(each -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            drained.add(done);
            each.post(() -> each.drain(bound, done));
        });
        return CompletableFuture.allOf(drained.toArray(CompletableFuture[]::new));
    }

    Traffic traffic() {
        return loops.values().stream().map(LoopSessions::traffic).reduce(Traffic.none(), Traffic::plus);
    }

    /**
     * Hands a new chain to every loop; each acknowledges when none of its sessions uses what left. On the loop that we are
     * on it is adopted at once, and nobody may wait for it.
     */
    List<CompletableFuture<Void>> publish(ChainSnapshot snapshot) {
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        loops.values().forEach(each -> {
            if (each.loop().inEventLoop()) {
                each.adopt(snapshot);
            } else {
                CompletableFuture<Void> done = new CompletableFuture<>();
                acknowledged.add(done);
                each.post(() -> each.adopt(snapshot).thenRun(() -> done.complete(null)));
            }
        });
        return acknowledged;
    }
}
