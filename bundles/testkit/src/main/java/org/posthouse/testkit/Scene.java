package org.posthouse.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.testkit.stage.Engine;

/** One run of the engine: its interceptors, its sessions, what went wrong. For the test's thread. */
final class Scene {

    /** What is plugged in. */
    private record Plugged(Plug plug, Watched watched, Map<String, Object> properties) {}

    private final Options options;
    private final Engine engine;
    private final Faults faults = new Faults();
    private final Dialogue dialogue = new Dialogue();
    private final Map<String, Plugged> plugged = new LinkedHashMap<>();
    private final Map<String, Plug> known = new LinkedHashMap<>();
    private final List<Watched> all = new ArrayList<>();
    private final Map<Integer, ScriptedSession> sessions = new TreeMap<>();
    private long services;

    Scene(Options options) {
        this.options = options;
        this.engine = options.engine.apply(options.settings());
        options.plugs.forEach(this::plug);
    }

    /** The session of that number; opened, and brought to where it begins, on first use. */
    ScriptedSession session(int number) {
        ScriptedSession there = sessions.get(number);
        if (there != null) {
            return there;
        }
        String shown = number == 1 ? "" : Integer.toString(number);
        ScriptedSession opened =
                new ScriptedSession(engine, options.addresses.apply(number), shown, dialogue, options.patience());
        sessions.put(number, opened);
        new Performance(this, Split.WHOLE, "what comes before the script").play(Script.read(options.prelude(number)));
        return opened;
    }

    void plug(Plug plug) {
        known.put(plug.slot(), plug);
        if (plugged.containsKey(plug.slot())) {
            throw new IllegalStateException(plug.slot() + " is plugged in already");
        }
        Watched watched = new Watched(plug.slot(), plug.factory(), engine::isLoop, faults, dialogue);
        Plugged now = new Plugged(plug, watched, plug.properties(++services));
        dialogue.note(plug.slot() + " is plugged in");
        engine.bind(watched, now.properties());
        all.add(watched);
        plugged.put(plug.slot(), now);
    }

    /** One that was there before. */
    void plug(String slot) {
        Plug plug = known.get(slot);
        if (plug == null) {
            throw new IllegalArgumentException("nothing was plugged in as " + slot);
        }
        plug(plug);
    }

    void unplug(String slot) {
        leave(slot, removed(slot));
        engine.settle();
    }

    /** The same from a thread of its own: completes when the engine says that it has gone. */
    CompletableFuture<Void> unplugging(String slot) {
        Plugged leaving = removed(slot);
        CompletableFuture<Void> left = new CompletableFuture<>();
        Thread container = new Thread(
                () -> {
                    leave(slot, leaving);
                    left.complete(null);
                },
                "posthouse-testkit-container");
        container.setDaemon(true);
        container.start();
        return left;
    }

    /** Its service was modified: the engine asks for its interest anew. */
    void modified(String slot) {
        Plugged there = removed(slot, false);
        dialogue.note(slot + " is modified");
        engine.updated(there.watched(), there.properties());
        engine.settle();
    }

    void update(String slot) {
        unplug(slot);
        plug(slot);
    }

    void update(String slot, Supplier<? extends InterceptorFactory> factory) {
        Plug before = removed(slot, false).plug();
        unplug(slot);
        plug(before.with(factory));
    }

    void advance(Duration time) {
        dialogue.note(time.toString().substring(2).toLowerCase(Locale.ROOT) + " pass");
        engine.advance(time, options.clock::advance);
    }

    List<Throwable> takeFailures() {
        faults.counted(engine.failures());
        return faults.takeFailures();
    }

    /** What went wrong beside the script so far; afterwards it is told. */
    List<Throwable> faults() {
        return faults.take();
    }

    /** No peer has got anything that nobody has looked at. */
    void isSilent() {
        sessions.values().forEach(s -> {
            s.client().receivedNothing();
            s.server().receivedNothing();
        });
    }

    /** And no connection has ended without a word of the script. */
    void isQuiet() {
        sessions.values().forEach(ScriptedSession::isQuiet);
    }

    String dialogue() {
        return dialogue.toString();
    }

    /** Ends everything. Gives what was wrong, now or before; empty is good. */
    List<Throwable> close() {
        List<Throwable> wrong = new ArrayList<>();
        try {
            engine.hangUp();
            faults.counted(engine.failures());
            engine.leftOver().forEach(l -> wrong.add(new AssertionError(l)));
            all.forEach(w -> {
                if (w.serving() != 0) {
                    wrong.add(new AssertionError(w.serving() + " interceptors of " + w + " were never detached"));
                }
            });
            List.copyOf(plugged.keySet()).forEach(this::unplug);
        } catch (AssertionError e) {
            wrong.add(e);
        } finally {
            engine.close();
        }
        wrong.addAll(0, faults.take());
        return wrong;
    }

    private Plugged removed(String slot) {
        return removed(slot, true);
    }

    private Plugged removed(String slot, boolean remove) {
        Plugged found = remove ? plugged.remove(slot) : plugged.get(slot);
        if (found == null) {
            throw new IllegalStateException(slot + " is not plugged in");
        }
        return found;
    }

    private void leave(String slot, Plugged leaving) {
        dialogue.note(slot + " is being unplugged");
        faults.counted(engine.failures());
        engine.unbind(leaving.watched(), leaving.properties());
        leaving.watched().gone();
        dialogue.note(slot + " has gone");
    }
}
