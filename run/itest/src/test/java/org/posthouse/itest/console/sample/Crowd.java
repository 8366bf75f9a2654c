package org.posthouse.itest.console.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.posthouse.admin.Administration;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.Latency;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SessionFilter;
import org.posthouse.admin.SessionPhase;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;

/**
 * A proxy that isn't there, with 5,000 sessions that go on, some of them of people who try to break the page. Traffic depends on
 * the time alone.
 */
public final class Crowd implements Administration {
    private static final int SESSIONS = 5_000;
    private static final String MARKUP = "<img src=x onerror=\"window.broken=1\"><script>window.broken=1</script>";

    private final Instant start = Instant.now();
    private final Map<String, SlotState> switched = new ConcurrentHashMap<>();
    private final Map<String, Boolean> kicked = new ConcurrentHashMap<>();
    private final Map<String, Boolean> drained = new ConcurrentHashMap<>();

    @Override
    public Status status() {
        List<Reason> reasons = List.of(
                new Reason(
                        Reason.Kind.INTERCEPTOR,
                        "tls/" + "geo",
                        true,
                        "nobody serves this place",
                        "put its jar into plugins/"),
                new Reason(Reason.Kind.JAR, MARKUP + ".jar", false, "it exports " + MARKUP, "take it out"));
        List<JarStatus> jars = List.of(
                new JarStatus(
                        "org.posthouse.example.trace-1.2.0.jar",
                        "org.posthouse.example.trace/1.2.0",
                        JarState.ACTIVE,
                        "",
                        ""),
                new JarStatus(MARKUP + ".jar", "", JarState.FAILED, "it is no bundle: " + MARKUP, "take it out"));
        return new Status(new Readiness(reasons), List.of(listener("starttls", 12), listener("tls", 300)), jars);
    }

    private ListenerStatus listener(String name, int days) {
        long sessions =
                sessions().stream().filter(s -> s.listener().equals(name)).count();
        long seconds = Duration.between(start, Instant.now()).toSeconds() + 3_600;
        boolean closed = drained.containsKey(name);
        ListenerRoute route = new ListenerRoute(
                name.equals("tls") ? "implicit" : "starttls-required",
                Optional.of(Instant.now().plus(Duration.ofDays(days))),
                "imap.example.org:993",
                "implicit");
        return new ListenerStatus(
                name,
                closed ? "" : "127.0.0.1:" + (name.equals("tls") ? 993 : 143),
                closed ? ListenerState.DRAINED : ListenerState.OPEN,
                Optional.of(route),
                (int) sessions,
                new Visits(seconds * 3, seconds * 2, seconds / 7),
                new Traffic(
                        seconds * 41_000 + wave(seconds, 900_000),
                        seconds * 730_000 + wave(seconds, 9e6),
                        seconds * 120),
                14,
                chain(name));
    }

    private static long wave(long seconds, double height) {
        return (long) (height * (1 + Math.sin(seconds / 9.0)));
    }

    private List<SlotStatus> chain(String listener) {
        return List.of(
                slot(listener, "audit-line", SlotState.SERVING, SlotRole.OBSERVE, SlotFailure.OPEN, 812_345, 12, 90),
                slot(
                        listener,
                        "auth-allow-list",
                        SlotState.SERVING,
                        SlotRole.MUTATE,
                        SlotFailure.CLOSED,
                        40_211,
                        35,
                        1_200),
                slot(listener, "geo", SlotState.MISSING, SlotRole.MUTATE, SlotFailure.CLOSED, 0, 0, 0),
                slot(listener, "trace", SlotState.QUARANTINED, SlotRole.OBSERVE, SlotFailure.OPEN, 99_001, 80, 21_000));
    }

    private SlotStatus slot(
            String listener,
            String id,
            SlotState state,
            SlotRole role,
            SlotFailure failure,
            long seen,
            int p50,
            int p99) {
        SlotState now = switched.getOrDefault(listener + "/" + id, state);
        boolean known = state != SlotState.MISSING;
        return new SlotStatus(
                id,
                now,
                role == SlotRole.MUTATE,
                known ? Optional.of(role) : Optional.empty(),
                failure,
                known ? "LOGIN, AUTHENTICATE; OK, NO; literals up to 64 KiB" : "",
                seen,
                new Latency(Duration.ofNanos(p50 * 1000L), Duration.ofNanos(p99 * 1000L)),
                state == SlotState.QUARANTINED ? 7 : 0,
                11,
                known ? OptionalLong.of(77) : OptionalLong.empty());
    }

    @Override
    public List<SessionStatus> sessions() {
        return IntStream.rangeClosed(1, SESSIONS)
                .mapToObj(this::session)
                .filter(s -> !kicked.containsKey(s.id()))
                .toList();
    }

    private SessionStatus session(int n) {
        String listener = n % 5 == 0 ? "starttls" : "tls";
        boolean hostile = n % 1000 == 7;
        SessionPhase phase = n % 11 == 0 ? SessionPhase.NOT_AUTHENTICATED : SessionPhase.SELECTED;
        boolean in = phase == SessionPhase.SELECTED;
        long age = Duration.between(start, Instant.now()).toSeconds() + n * 7L % 90_000;
        return new SessionStatus(
                listener + "-" + n,
                listener,
                "198.51." + n / 250 + "." + n % 250 + ":" + (20_000 + n),
                phase,
                in
                        ? Optional.of(hostile ? MARKUP : String.format(Locale.ROOT, "user%04d@example.org", n))
                        : Optional.empty(),
                in
                        ? Optional.of(hostile ? "\"><b>" + MARKUP : n % 3 == 0 ? "INBOX" : "Archive/2026/November")
                        : Optional.empty(),
                in && n % 2 == 0,
                n % 5 == 0 ? Optional.empty() : Optional.of("TLSv1.3"),
                "imap.example.org:993",
                Optional.of("TLSv1.3"),
                hostile ? Optional.of("';window.broken=1;//" + MARKUP) : Optional.of("Thunderbird 140." + n % 9),
                List.of("audit-line", "auth-allow-list"),
                new Traffic(age * 11 + n, age * 640 + n, age / 3 + n % 17),
                Instant.now().minusSeconds(age));
    }

    @Override
    public int kick(SessionFilter which, String reason) {
        List<SessionStatus> meant = sessions().stream().filter(which::fits).toList();
        meant.forEach(s -> kicked.put(s.id(), true));
        return meant.size();
    }

    @Override
    public boolean drain(String listener) {
        return drained.put(listener, true) == null;
    }

    @Override
    public boolean undrain(String listener) {
        return drained.remove(listener) != null;
    }

    @Override
    public boolean switchOff(String listener, String slot) {
        return switched.put(listener + "/" + slot, SlotState.OFF) != SlotState.OFF;
    }

    @Override
    public boolean switchOn(String listener, String slot) {
        return switched.put(listener + "/" + slot, SlotState.SERVING) == SlotState.OFF;
    }

    @Override
    public boolean readmit(String listener, String slot) {
        return switched.put(listener + "/" + slot, SlotState.SERVING) == null;
    }
}
