package org.posthouse.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.posthouse.testkit.stage.Engine;
import org.posthouse.testkit.stage.Stage;

/** What a {@link Testkit} was told before it began. Not thread-safe. */
final class Options {

    private static final int PORT = 40_000;

    final List<Plug> plugs = new ArrayList<>();
    final Map<String, String> keys = new LinkedHashMap<>();
    String capabilities = "IMAP4rev1 IDLE LITERAL+ UIDPLUS MOVE";
    String user = "kit";
    Optional<String> mailbox = Optional.empty();
    Function<Map<String, String>, Engine> engine = keys -> new Stage(keys, patience());
    String tls = "implicit";
    Duration patience = Duration.ofSeconds(2);
    TestClock clock = new TestClock();
    Start start = Start.LOGGED_IN;
    IntFunction<InetSocketAddress> addresses = n -> new InetSocketAddress("192.0.2." + n, PORT + n);

    /** How far a session is when the script begins. */
    enum Start {
        CONNECTED,
        GREETED,
        PREAUTHENTICATED,
        LOGGED_IN
    }

    Duration patience() {
        return patience;
    }

    /** Keys of the listener's file. */
    Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tls", tls);
        List<String> slots =
                new ArrayList<>(plugs.stream().map(Plug::reference).distinct().toList());
        slots.add("*");
        all.put("interceptors", String.join(", ", slots));
        plugs.forEach(p -> all.putAll(p.settings()));
        all.putAll(keys);
        return all;
    }

    /** What is said before the script begins. */
    String prelude(int session) {
        String c = "C" + session;
        String s = "S" + session;
        String code = capabilities.isBlank() ? "" : "[CAPABILITY " + capabilities + "] ";
        StringBuilder said = new StringBuilder();
        switch (start) {
            case CONNECTED -> {}
            case GREETED -> greeted(said, session, "OK " + code);
            case PREAUTHENTICATED -> greeted(said, session, "PREAUTH " + code);
            case LOGGED_IN -> {
                greeted(said, session, "OK " + code);
                lines(
                        said,
                        c + ": kit1 LOGIN " + user + " secret",
                        ">" + s + " kit1 LOGIN …",
                        s + ": kit1 OK " + code + "logged in",
                        ">" + c + " kit1 OK …");
            }
        }
        mailbox.ifPresent(name -> lines(
                said,
                c + ": kit2 SELECT " + name,
                ">" + s + " kit2 SELECT …",
                s + ">C * 3 EXISTS",
                s + ">C * OK [UIDVALIDITY 1] valid",
                s + ": kit2 OK [READ-WRITE] selected",
                ">" + c + " kit2 OK …"));
        return said.toString();
    }

    private static void greeted(StringBuilder said, int session, String greeting) {
        lines(said, "S" + session + ": * " + greeting + "ready", ">C" + session + " * …");
    }

    private static void lines(StringBuilder said, String... lines) {
        said.append(String.join("\n", lines)).append('\n');
    }
}
