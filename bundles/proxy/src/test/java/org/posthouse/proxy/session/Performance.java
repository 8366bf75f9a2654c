package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.posthouse.proxy.chain.InterceptorTracker;
import org.posthouse.proxy.config.ListenerSettings;
import org.posthouse.proxy.session.Script.Step;
import org.posthouse.proxy.tls.Configured;

/** Plays a script once, its messages cut in one way. */
final class Performance {

    private static final Pattern TAG = Pattern.compile(latin("‹tag[0-9]?›"));
    private static final int TAG_LENGTH = 16;

    private final Script script;
    private final Cut cut;
    private final SessionUnderTest stage;
    private final Set<Leg> seenClosed = new HashSet<>();
    private final Map<String, String> tags = new HashMap<>();

    private Performance(Script script, Cut cut) {
        this.script = script;
        this.cut = cut;
        ListenerSettings settings = Configured.settings(Path.of("conf"), script.settings());
        this.stage = new SessionUnderTest(settings, script.upstream(), new InterceptorTracker());
    }

    static void play(Script script, Cut cut) {
        Performance performance = new Performance(script, cut);
        try (SessionUnderTest stage = performance.stage) {
            performance.play();
        }
    }

    private void play() {
        List<Step> steps = script.steps();
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            List<Step> scene = new ArrayList<>(List.of(step));
            while (++next < steps.size()
                    && step.verb().endsWith(":")
                    && steps.get(next).verb().equals(step.verb())) {
                scene.add(steps.get(next));
            }
            try {
                scene(step, scene);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError(
                        script.at(step) + " \"" + script.title() + "\" (" + cut.name() + "): " + failed.getMessage()
                                + state(),
                        failed);
            }
        }
        Step last = steps.get(steps.size() - 1);
        try {
            quiet();
            open("client", stage.client());
            stage.upstream().server().ifPresent(s -> open("server", s));
        } catch (AssertionError failed) {
            throw new AssertionError(
                    script.at(last) + " \"" + script.title() + "\" (" + cut.name() + "), at the end: "
                            + failed.getMessage() + state(),
                    failed);
        }
    }

    private void scene(Step step, List<Step> scene) {
        switch (step.verb()) {
            case "C:", "S:" -> send(step.verb().equals("C:") ? stage.client() : stage.server(), scene);
            case ">C" -> expect(stage.client(), step.text());
            case ">S" -> expect(stage.server(), step.text());
            case "CLOSE" -> leg(step).close();
            case "CLOSED" -> closed(leg(step), false);
            case "RESET" -> closed(leg(step), true);
            case "BLOCK" -> leg(step).channel().block(true);
            case "UNBLOCK" -> leg(step).channel().block(false);
            case "READING" -> reading(leg(step), true);
            case "STOPPED" -> reading(leg(step), false);
            case "TLS" -> {
                if (step.text().equals("client")) {
                    stage.secureClient();
                } else {
                    stage.secureServer();
                }
            }
            case "CONNECT" -> stage.upstream().answer();
            case "DRAIN" -> stage.listener().drain(Duration.ofSeconds(10));
            case "PASS" -> stage.pass(Duration.parse("PT" + step.text()));
            default -> throw new AssertionError("what is this? " + step);
        }
        stage.pump();
    }

    private void send(Leg leg, List<Step> scene) {
        quiet();
        List<String> messages = scene.stream().map(Step::text).toList();
        if (cut.joined()) {
            messages = List.of(String.join("", messages));
        }
        for (String message : messages) {
            for (String packet : cut.packets(tagged(message))) {
                leg.send(packet.getBytes(ISO_8859_1));
                stage.pump();
            }
        }
    }

    private void expect(Leg leg, String octets) {
        String got = leg.unseen();
        Matcher mark = TAG.matcher(octets);
        if (mark.find() && got.length() >= mark.start() + TAG_LENGTH) {
            tags.putIfAbsent(mark.group(), got.substring(mark.start(), mark.start() + TAG_LENGTH));
        }
        String expected = tagged(octets);
        if (!got.startsWith(expected)) {
            throw new AssertionError("\n  expected " + Octets.show(expected) + "\n  got      " + Octets.show(got));
        }
        leg.taken(expected.length());
    }

    private String tagged(String octets) {
        String tagged = octets;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tagged = tagged.replace(tag.getKey(), tag.getValue());
        }
        return tagged;
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), ISO_8859_1);
    }

    private void quiet() {
        String client = stage.client().unseen();
        String server = stage.upstream().server().map(Leg::unseen).orElse("");
        if (!client.isEmpty() || !server.isEmpty()) {
            throw new AssertionError("\n  nothing expected by now, but client got " + Octets.show(client)
                    + "\n  server got " + Octets.show(server));
        }
    }

    private void closed(Leg leg, boolean reset) {
        seenClosed.add(leg);
        if (leg.channel().isOpen() || leg.channel().reset() != reset) {
            throw new AssertionError(leg.channel().isOpen() ? "still open" : "reset=" + !reset);
        }
    }

    private void open(String name, Leg leg) {
        if (!leg.channel().isOpen() && !seenClosed.contains(leg)) {
            throw new AssertionError("the script doesn't say that the connection is closed: " + name);
        }
    }

    private static void reading(Leg leg, boolean reading) {
        if (leg.channel().config().isAutoRead() != reading) {
            throw new AssertionError(reading ? "not read" : "still read");
        }
    }

    private Leg leg(Step step) {
        return step.text().equals("client") ? stage.client() : stage.server();
    }

    private String state() {
        return "\n  client " + state(stage.client())
                + stage.upstream().server().map(s -> "\n  server " + state(s)).orElse("");
    }

    private static String state(Leg leg) {
        return "open=" + leg.channel().isOpen() + " reset=" + leg.channel().reset() + " unseen="
                + Octets.show(leg.unseen());
    }
}
