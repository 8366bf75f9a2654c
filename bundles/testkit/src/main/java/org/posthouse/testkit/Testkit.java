package org.posthouse.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.posthouse.intercept.InterceptorFactory;

/**
 * Interceptors in the real engine, between a client and a server that a script plays: no container, no socket, and a
 * clock that stands still unless {@link #advance} moves it.
 *
 * <pre>{@code
 * try (Testkit kit = Testkit.with("append-limit", new AppendLimit(config))) {
 *     kit.script("""
 *         C: a1 APPEND INBOX {70000000}
 *         >C a1 NO [LIMIT] posthouse: …
 *         >S
 *         """);
 * }
 * }</pre>
 *
 * <p>First come the settings, each of them has a default; the first use of anything else begins, and settings then throw
 * {@link IllegalStateException}. Interceptors stand in the chain in the order in which they were given.
 *
 * <p>{@link #close()} ends the sessions and fails for whatever the contract of {@code org.posthouse.intercept} forbids: a
 * view used after its call or on another thread, a session used on another thread, a call after the unplugging had
 * returned or after {@code onDetach}, an exception of an interceptor, a verdict that is {@code null} or impossible, a
 * deferral over its time that {@link #failures()} was not asked for, a buffer that was never released, a session that did not end.
 *
 * <p>Thread: the test's own. The event loop is another one, as in life: what an interceptor keeps for its tests must be
 * visible there.
 */
public final class Testkit extends TestkitSettings implements AutoCloseable {

    private final Options options = new Options();
    private Optional<Scene> scene = Optional.empty();

    private Testkit() {}

    /** One interceptor of role mutate; see {@link Plug#of(String, InterceptorFactory)}. */
    public static Testkit with(String id, InterceptorFactory factory) {
        return with(Plug.of(id, factory));
    }

    /** The same, and a fresh factory for every run; see {@link Plug#of(String, Supplier)}. */
    public static Testkit with(String id, Supplier<? extends InterceptorFactory> factory) {
        return with(Plug.of(id, factory));
    }

    /** Several, in the order of the chain, or none. */
    public static Testkit with(Plug... plugs) {
        Testkit kit = new Testkit();
        kit.options.plugs.addAll(List.of(plugs));
        return kit;
    }

    /** One more, behind the others. */
    public Testkit and(String id, InterceptorFactory factory) {
        return and(Plug.of(id, factory));
    }

    /** One more, behind the others. */
    public Testkit and(Plug plug) {
        settings().plugs.add(plug);
        return this;
    }

    /**
     * Plays a script; its language is in the package's description. At its end nobody has received anything that the
     * script doesn't say, and no connection has ended without a word of it.
     *
     * @throws AssertionError that shows the line and the whole dialogue so far
     * @throws IllegalArgumentException for what is not a script
     */
    public Testkit script(String text) {
        Performance performance = new Performance(scene(), Split.WHOLE, "the script");
        performance.play(Script.read(text));
        performance.end();
        return this;
    }

    /**
     * Plays a script many times, each time in a session of its own, what is sent cut into packets in another way: whole,
     * octet by octet, consecutive lines in one packet, each message in two at every octet. Messages of more than 64 KiB
     * are not cut. Interceptors that were given as a supplier are fresh each time.
     */
    public EverySplit everySplit() {
        begun();
        return new EverySplit(options);
    }

    /** The first session; it begins where settings say. */
    public ScriptedSession session() {
        return session(1);
    }

    /** A session by its number, from 1; opened on first use. */
    public ScriptedSession session(int number) {
        return scene().session(number);
    }

    /** The client of the first session. */
    public Peer client() {
        return session().client();
    }

    /** The server of the first session. */
    public Peer server() {
        return session().server();
    }

    /** Time passes: for time-outs, {@code Session.after}, deferrals. In steps, so that timers run in their order. */
    public Testkit advance(Duration time) {
        scene().advance(time);
        return this;
    }

    /** A service comes, with open sessions; one whose id was not given at the start stands behind the others. */
    public Testkit plug(Plug plug) {
        scene().plug(plug);
        return this;
    }

    /** One that was unplugged comes back. */
    public Testkit plug(String id) {
        scene().plug(id);
        return this;
    }

    /** Its service goes. Returns when the engine says that it has gone: from here on any call is a fault. */
    public Testkit unplug(String id) {
        scene().unplug(id);
        return this;
    }

    /** Its service goes, on a thread of the container's; completes when the engine says that it has gone. */
    public CompletionStage<Void> unplugging(String id) {
        return scene().unplugging(id);
    }

    /** Its {@code @Modified} has run, with the factory as the test has changed it: interests are asked for anew. */
    public Testkit modified(String id) {
        scene().modified(id);
        return this;
    }

    /** Unplug and plug, with what the supplier gives. */
    public Testkit update(String id, Supplier<? extends InterceptorFactory> factory) {
        scene().update(id, factory);
        return this;
    }

    /** Exceptions, impossible verdicts and late deferrals since the last call; asked for, they are no faults. */
    public List<Throwable> failures() {
        return scene().takeFailures();
    }

    /** All that was said so far. */
    public String dialogue() {
        return scene().dialogue();
    }

    @Override
    public void close() {
        scene.ifPresent(s -> Faults.verify(s.close(), s.dialogue()));
        scene = Optional.empty();
    }

    private Scene scene() {
        if (scene.isEmpty()) {
            scene = Optional.of(new Scene(options));
        }
        return scene.get();
    }

    @Override
    Options settings() {
        begun();
        return options;
    }

    @Override
    Testkit kit() {
        return this;
    }

    private void begun() {
        if (scene.isPresent()) {
            throw new IllegalStateException("the test has begun: settings come first");
        }
    }
}
