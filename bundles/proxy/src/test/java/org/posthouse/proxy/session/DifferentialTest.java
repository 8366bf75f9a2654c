package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.tls.Configured;

/** Interceptors that change nothing leave both streams as they are, however they look and however packets are cut. */
@Tag("embedded")
class DifferentialTest {

    private static final int SEEDS = Integer.getInteger("posthouse.seeds", 30);
    private static final int COMMANDS = 12;
    private static final int TURNS = 20_000;

    /** Decisions that wait to be made. */
    private final List<Runnable> deferred = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> shouldLeaveBothStreamsAsTheyAreWhenNothingIsChanged() {
        return Stream.of(
                        new Way("nobody", List.of()),
                        new Way(
                                "uninterested",
                                List.of(new Programmed(
                                        "p", Interest.of().events().build()))),
                        new Way("sees", List.of(passing("p", Literals.skip()))),
                        new Way(
                                "observes",
                                List.of(passing("p", Literals.observe()), passing("q", Literals.observe()))),
                        new Way("buffers", List.of(passing("p", pass(100_000)))),
                        new Way("buffers little", List.of(passing("p", pass(60)), passing("q", Literals.observe()))),
                        new Way("defers", List.of(deferring("p", Literals.skip()), deferring("q", Literals.skip()))),
                        new Way("buffers, defers", List.of(deferring("p", pass(90)), passing("q", pass(10)))),
                        new Way("rewrites", List.of(rewriting("p", Literals.skip()), rewriting("q", pass(70)))),
                        new Way("resizes", List.of(resizing("p"), passing("q", Literals.observe()))),
                        new Way(
                                "all at once",
                                List.of(deferring("p", Literals.observe()), resizing("q"), rewriting("r", pass(80)))))
                .map(way -> DynamicTest.dynamicTest(way.name, () -> {
                    for (long seed = 0; seed < SEEDS; seed++) {
                        play(way, seed);
                    }
                }));
    }

    private record Way(String name, List<Programmed> interceptors) {}

    private void play(Way way, long seed) {
        InterceptorTracker tracker = new InterceptorTracker();
        for (int i = 0; i < way.interceptors.size(); i++) {
            Programmed each = way.interceptors.get(i);
            tracker.bind(
                    each, each.properties(i + 1, i % 2 == 0 ? InterceptorFactory.OBSERVE : InterceptorFactory.MUTATE));
        }
        Random random = new Random(seed);
        Correspondents peers = new Correspondents(seed, COMMANDS);
        deferred.clear();
        try (SessionUnderTest stage = new SessionUnderTest(
                Configured.settings(Path.of("conf"), "interceptors", ids(way)),
                FakeUpstream.Manner.CONNECTS,
                tracker)) {
            talk(stage, peers, random);
            String where = way.name + ", seed " + seed;
            String state = " (client open " + stage.client().channel().isOpen() + ", heard \""
                    + Octets.show(peers.heardLast()) + "\")";
            where += state;
            assertEquals(Octets.show(peers.said()), Octets.show(peers.atServer()), where + ": at the server");
            assertEquals(Octets.show(peers.fromServer()), Octets.show(peers.atClient()), where + ": at the client");
            assertTrue(peers.done(), where + ": not all was answered");
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError(way.name + ", seed " + seed + ": " + failed.getMessage(), failed);
        }
    }

    private void talk(SessionUnderTest stage, Correspondents peers, Random random) {
        send(stage, stage.server(), "* PREAUTH hi\r\n", random);
        String greeting = "";
        for (int turn = 0; turn < TURNS && !greeting.endsWith("\n"); turn++) {
            decide(stage, random);
            greeting += taken(stage.client());
        }
        assertEquals("* PREAUTH hi\r\n", greeting);
        boolean moved = true;
        for (int turn = 0; moved && turn < TURNS; turn++) {
            String up = peers.client(taken(stage.client()));
            send(stage, stage.client(), up, random);
            String down = peers.server(taken(stage.server()));
            send(stage, stage.server(), down, random);
            moved = decide(stage, random)
                    | !up.isEmpty()
                    | !down.isEmpty()
                    | !stage.client().unseen().isEmpty()
                    | !stage.server().unseen().isEmpty();
        }
    }

    /** Makes some of the decisions that wait; whether there was one. */
    private boolean decide(SessionUnderTest stage, Random random) {
        boolean any = !deferred.isEmpty();
        while (!deferred.isEmpty() && random.nextInt(4) > 0) {
            deferred.remove(random.nextInt(deferred.size())).run();
            stage.pump();
        }
        stage.pump();
        return any;
    }

    private static void send(SessionUnderTest stage, Leg leg, String octets, Random random) {
        int at = 0;
        while (at < octets.length()) {
            int to = random.nextInt(3) == 0 ? octets.length() : Math.min(octets.length(), at + 1 + random.nextInt(20));
            leg.send(Correspondents.octets(octets.substring(at, to)));
            if (random.nextBoolean()) {
                stage.pump();
            }
            at = to;
        }
        stage.pump();
    }

    private static String ids(Way way) {
        return way.interceptors.isEmpty()
                ? "*"
                : String.join(
                        ", ", way.interceptors.stream().map(Programmed::id).toList());
    }

    private static Literals pass(int max) {
        return Literals.buffer(max, Literals.WhenLarger.PASS);
    }

    private static Interest interest(Literals how) {
        return Interest.of().anyCommand(how).anyResponse(how).data().events().build();
    }

    private static Programmed passing(String id, Literals how) {
        return new Programmed(id, interest(how));
    }

    private Programmed deferring(String id, Literals how) {
        return new Programmed(id, interest(how))
                .onCommand((c, x) -> CommandVerdict.defer(later(CommandVerdict.pass())))
                .onData((d, x) -> CommandVerdict.defer(later(CommandVerdict.pass())))
                .onResponse((r, x) -> ResponseVerdict.defer(later(ResponseVerdict.pass())));
    }

    private <V> CompletableFuture<V> later(V verdict) {
        CompletableFuture<V> future = new CompletableFuture<>();
        deferred.add(() -> future.complete(verdict));
        return future;
    }

    private static Programmed rewriting(String id, Literals how) {
        return new Programmed(id, interest(how))
                .onCommand((c, x) -> CommandVerdict.rewrite(c.message()))
                .onResponse((r, x) -> ResponseVerdict.rewrite(r.message()));
    }

    private static Programmed resizing(String id) {
        return new Programmed(id, interest(Literals.resize()))
                .onCommand((c, x) -> CommandVerdict.rewrite(c.message()))
                .onResponse((r, x) -> ResponseVerdict.rewrite(r.message()))
                .onLiteral((l, chunk, last) -> {
                    if (l.index() == 0) {
                        l.replace(chunk.copy());
                    }
                });
    }

    private static String taken(Leg leg) {
        String octets = leg.unseen();
        leg.taken(octets.length());
        return octets;
    }
}
