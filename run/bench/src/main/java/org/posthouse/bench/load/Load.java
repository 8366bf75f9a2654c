package org.posthouse.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.posthouse.bench.Loop;

/** One run: opens sessions, lets them work, measures a window, lets them log out. Use it once. */
public final class Load {
    /** Several client addresses, so that a quick succession of sessions doesn't run out of ports. */
    private static final int ADDRESSES = 8;

    private static final int OPENING_AT_ONCE = 5;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final Loop loop;
    private final Target target;
    private final Crew crew;
    private final List<Channel> channels = new ArrayList<>();
    private int wanted;
    private int begun;

    public Load(Loop loop, Target target, Workload workload) {
        this.loop = loop;
        this.target = target;
        this.crew = new Crew(workload, this::changed);
    }

    private final CompletableFuture<Void> idling = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** Blocks until the run is over; {@code sample} is called on the event loop at both edges of the window. */
    public Measured measure(int sessions, Duration warmUp, Duration window, Supplier<Sample> sample) {
        open(sessions);
        CompletableFuture<Measured> measured = new CompletableFuture<>();
        later(warmUp, () -> {
            Sample before = sample.get();
            long operations = crew.operations();
            long began = System.nanoTime();
            later(window, () -> {
                long done = crew.operations() - operations;
                double seconds = (System.nanoTime() - began) / 1e9;
                Measured result = Measured.between(before, sample.get(), done, seconds, Optional.empty());
                crew.stop();
                measured.complete(result);
                changed();
            });
        });
        Measured result = measured.join();
        Optional<String> wrong =
                end().or(() -> result.operations() == 0 ? Optional.of("nothing was done") : Optional.empty());
        return new Measured(result.operations(), result.seconds(), result.proxyCpu(), result.foreignCpu(), wrong);
    }

    /**
     * Opens sessions, waits until all are in IDLE, runs {@code meanwhile} on the calling thread, and ends them.
     *
     * @return the first wrong answer, if there was one
     */
    public Optional<String> idle(int sessions, Duration patience, Runnable meanwhile) {
        open(sessions);
        idling.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        meanwhile.run();
        on(() -> {
            if (crew.idling() < wanted) {
                crew.wrong("only " + crew.idling() + " of " + wanted + " sessions reached IDLE");
            }
            crew.stop();
            for (Channel channel : channels) {
                Optional.ofNullable(channel.pipeline().context(LoadSession.class))
                        .ifPresent(context -> ((LoadSession) context.handler()).wake(context));
            }
            changed();
        });
        return end();
    }

    private void open(int sessions) {
        on(() -> {
            wanted = sessions;
            changed();
        });
    }

    /** Waits for the last answers. */
    private Optional<String> end() {
        over.completeOnTimeout(null, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        CompletableFuture<Optional<String>> wrong = new CompletableFuture<>();
        on(() -> {
            int unanswered = crew.open();
            channels.forEach(Channel::close);
            wrong.complete(crew.wrong()
                    .or(() -> unanswered == 0
                            ? Optional.empty()
                            : Optional.of(unanswered + " sessions were still waiting for an answer")));
        });
        return wrong.join();
    }

    private void changed() {
        if (crew.stopping()) {
            if (crew.open() == 0) {
                over.complete(null);
            }
            if (crew.wrong().isPresent()) {
                idling.complete(null);
            }
            return;
        }
        // Idle sessions are opened a few at a time: thousands at once would only overrun the accept queue.
        boolean idle = crew.workload() == Workload.IDLE;
        while (idle ? begun < wanted && crew.open() - crew.idling() < OPENING_AT_ONCE : crew.open() < wanted) {
            connect();
        }
        if (idle && crew.idling() == wanted) {
            idling.complete(null);
        }
    }

    private void connect() {
        int number = begun++;
        crew.opened();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.group())
                .channel(loop.socket())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        target.tls().ifPresent(tls -> channel.pipeline().addLast(tls.newHandler(channel.alloc())));
                        channel.pipeline().addLast(new LoadSession(crew, "u" + number));
                    }
                });
        if (loop.socket() == EpollSocketChannel.class) {
            bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
        ChannelFuture connected = bootstrap.connect(
                new InetSocketAddress("127.0.0.1", target.port()),
                new InetSocketAddress("127.0.0." + (2 + number % ADDRESSES), 0));
        if (crew.workload() == Workload.IDLE) {
            channels.add(connected.channel());
        }
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                crew.wrong("can't connect: " + done.cause().getMessage());
                crew.ended();
            }
        });
    }

    private void on(Runnable task) {
        loop.group().execute(task);
    }

    private void later(Duration delay, Runnable task) {
        var unused = loop.group().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
