package org.posthouse.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posthouse.testkit.Script.Step;
import org.posthouse.testkit.Script.Verb;

/** Plays a script once, its messages cut in one way. */
final class Performance {

    private final Scene scene;
    private final Split split;
    private final String title;

    /**
     * Prepares it.
     *
     * @param title what failures call the script
     */
    Performance(Scene scene, Split split, String title) {
        this.scene = scene;
        this.split = split;
        this.title = title;
    }

    void play(Script script) {
        List<Step> steps = script.steps();
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next++);
            List<Step> together = new ArrayList<>(List.of(step));
            while (split.joined() && next < steps.size() && joins(step, steps.get(next))) {
                together.add(steps.get(next++));
            }
            at("line " + step.number() + " of " + title + ", " + step.source(), () -> perform(step, together));
        }
    }

    /** Nothing is left over. */
    void end() {
        at("the end of " + title, scene::isQuiet);
    }

    private static boolean joins(Step first, Step then) {
        return first.verb() == Verb.SEND
                && then.verb() == Verb.SEND
                && first.client() == then.client()
                && first.session() == then.session();
    }

    private void perform(Step step, List<Step> together) {
        switch (step.verb()) {
            case SEND -> send(peer(step), session(step), together);
            case RECEIVE -> peer(step).expect(step.line().orElseThrow(), step.source());
            case NOTHING -> peer(step).receivedNothing();
            case QUIET -> scene.isSilent();
            case DIRECTIVE -> direct(step.source().substring(2).trim().split(" +"));
        }
    }

    private void send(Peer peer, ScriptedSession session, List<Step> together) {
        List<InputStream> messages = together.stream()
                .map(s -> s.line().orElseThrow().octets(session.variables()))
                .toList();
        long length = together.stream()
                .mapToLong(s -> s.line().orElseThrow().length())
                .sum();
        InputStream all = new SequenceInputStream(Collections.enumeration(messages));
        if (length > Split.LARGEST) {
            peer.send(all);
            return;
        }
        try {
            split.packets(all.readAllBytes()).forEach(p -> peer.send(new ByteArrayInputStream(p)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void direct(String[] words) {
        switch (words[0]) {
            case "advance" -> scene.advance(duration(words[1]));
            case "plug" -> scene.plug(words[1]);
            case "unplug" -> scene.unplug(words[1]);
            case "modified" -> scene.modified(words[1]);
            case "update" -> scene.update(words[1]);
            case "open" -> scene.session(Integer.parseInt(words[1]));
            case "closes" -> peer(words).closes();
            case "closed" -> peer(words).isClosed();
            case "reset" -> peer(words).isReset();
            case "stops" -> peer(words).stops();
            case "goes-on" -> peer(words).goesOn();
            default -> throw new IllegalArgumentException("no directive " + words[0]);
        }
    }

    /** {@code 250ms}, {@code 5s}, {@code 31m}, {@code 2h}. */
    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("PT" + text);
    }

    private ScriptedSession session(Step step) {
        return scene.session(step.session());
    }

    private Peer peer(Step step) {
        return step.client() ? session(step).client() : session(step).server();
    }

    /** {@code C}, {@code S2}. */
    private Peer peer(String[] words) {
        int number = words[1].length() > 1 ? Integer.parseInt(words[1].substring(1)) : 1;
        ScriptedSession session = scene.session(number);
        return switch (words[1].charAt(0)) {
            case 'C' -> session.client();
            case 'S' -> session.server();
            default -> throw new IllegalArgumentException("neither C nor S: " + words[1]);
        };
    }

    private void at(String where, Runnable what) {
        try {
            what.run();
        } catch (AssertionError e) {
            throw failure(where, e, e.getCause());
        } catch (RuntimeException e) {
            throw failure(where, e, e);
        }
    }

    /** One error that says it all, so that a report shows the dialogue once. */
    private AssertionError failure(String where, Throwable what, @Nullable Throwable cause) {
        String how = split.equals(Split.WHOLE) ? "" : " (sent " + split.name() + ")";
        AssertionError failure = new AssertionError(where + how + ":\n" + what.getMessage(), cause);
        failure.setStackTrace(what.getStackTrace());
        scene.faults().forEach(failure::addSuppressed);
        return failure;
    }
}
