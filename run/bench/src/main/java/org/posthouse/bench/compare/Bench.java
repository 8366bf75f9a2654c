package org.posthouse.bench.compare;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.posthouse.bench.Loop;
import org.posthouse.bench.host.Machine;
import org.posthouse.bench.host.ProcessTree;
import org.posthouse.bench.load.Load;
import org.posthouse.bench.load.Measured;
import org.posthouse.bench.load.Sample;
import org.posthouse.bench.load.Target;
import org.posthouse.bench.load.Workload;

/** The bench set up: each proxy that runs, and the load for it. One thread. */
final class Bench {
    private static final int SETTLE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Children children;
    private final Loop loop;
    private final Options options;
    private final SslContext tls;
    private final Map<String, Process> running = new HashMap<>();

    Bench(Children children, Loop loop, Options options) throws SSLException {
        this.children = children;
        this.loop = loop;
        this.options = options;
        // Whose certificate it is doesn't matter on loopback, and checking it would only cost the load generator.
        this.tls = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm(null)
                .build();
    }

    /** Starts the proxy if it isn't running. */
    void start(Peer peer) throws InterruptedException {
        if (!running.containsKey(peer.name())) {
            running.put(
                    peer.name(),
                    children.start(peer.name(), Children.PROXY_CORE, peer.command(), peer.plainPort(), peer.tlsPort()));
        }
    }

    void restart(Peer peer) throws InterruptedException {
        Optional.ofNullable(running.remove(peer.name())).ifPresent(children::stop);
        start(peer);
    }

    Measured run(Peer peer, Scenario scenario, Duration before, Duration window) {
        ProcessTree proxy = tree(peer);
        ProcessTree own = new ProcessTree(ProcessHandle.current().pid());
        return load(peer, scenario)
                .measure(
                        scenario.task().sessions(),
                        before,
                        window,
                        () -> new Sample(proxy.cpu(), own.cpu(), Machine.busy()));
    }

    /** One run, and again while others spoil it. */
    Measured quietRun(Peer peer, Scenario scenario) throws InterruptedException {
        Measured run = runWhenQuiet(peer, scenario);
        for (int repeat = 0; repeat < options.repeats() && run.wrong().isEmpty() && spoilt(run); repeat++) {
            run = runWhenQuiet(peer, scenario);
        }
        return run;
    }

    private Measured runWhenQuiet(Peer peer, Scenario scenario) throws InterruptedException {
        Machine.awaitQuiet(Options.QUIET, options.quietWait());
        return run(peer, scenario, options.leadIn(), options.window());
    }

    private static boolean spoilt(Measured run) {
        return run.foreignShare() > Options.QUIET;
    }

    /** Memory of a fresh proxy with many idle sessions, less without: garbage collected both times. */
    void idle(Peer peer, Scenario scenario, Figures figures) throws InterruptedException, IOException {
        restart(peer);
        // What starting leaves to be done in the background isn't the sessions' memory.
        TimeUnit.SECONDS.sleep(SETTLE);
        collect(peer);
        long before = tree(peer).pss();
        int sessions = options.idleSessions();
        load(peer, scenario)
                .idle(sessions, PATIENCE, () -> {
                    collect(peer);
                    figures.add((tree(peer).pss() - before) / (double) sessions, true);
                })
                .ifPresent(figures::wrong);
    }

    private Load load(Peer peer, Scenario scenario) {
        Workload workload = scenario.task().workload();
        return new Load(
                loop,
                new Target(peer.port(scenario.tls()), scenario.tls() ? Optional.of(tls) : Optional.empty()),
                workload);
    }

    ProcessTree tree(Peer peer) {
        return new ProcessTree(
                Optional.ofNullable(running.get(peer.name())).orElseThrow().pid());
    }

    private void collect(Peer peer) {
        if (peer.jvm()) {
            Programs.run(List.of("jcmd", String.valueOf(tree(peer).root()), "GC.run"), options.scratch(), Map.of());
        }
    }
}
