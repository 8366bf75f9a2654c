package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.posthouse.admin.SessionStatus;

/**
 * Which sessions a page wants to see, in which order.
 *
 * @param words each of them must occur somewhere in a session's texts, in any case
 * @param order by what
 * @param offset how many of them to leave out first; beyond the end it is the last page
 * @param limit how many at most
 */
record SessionQuery(List<String> words, Comparator<SessionStatus> order, int offset, int limit) {

    private static final int MOST = 500;
    private static final int USUAL = 50;

    private static final Map<String, Comparator<SessionStatus>> ORDERS = Map.ofEntries(
            Map.entry("id", Comparator.comparing(SessionStatus::id, SessionQuery::natural)),
            Map.entry("client", Comparator.comparing(SessionStatus::client, SessionQuery::natural)),
            Map.entry("user", text(SessionStatus::user)),
            Map.entry("mailbox", text(SessionStatus::mailbox)),
            Map.entry("clientName", text(SessionStatus::clientName)),
            Map.entry("clientTls", text(SessionStatus::clientTls)),
            Map.entry("phase", Comparator.comparing(SessionStatus::phase).thenComparing(SessionStatus::idling)),
            Map.entry("commands", Comparator.comparingLong(s -> s.traffic().commands())),
            Map.entry("fromClients", Comparator.comparingLong(s -> s.traffic().fromClients())),
            Map.entry("toClients", Comparator.comparingLong(s -> s.traffic().toClients())),
            // By age: the youngest first when ascending.
            Map.entry("opened", Comparator.comparing(SessionStatus::opened).reversed()));

    /**
     * What was found.
     *
     * @param total all that are open
     * @param matching how many of them are wanted
     * @param offset where the page begins
     * @param page those to show
     */
    record Found(int total, int matching, int offset, List<SessionStatus> page) {}

    /** Reads {@code q}, {@code sort}, {@code descending}, {@code offset} and {@code limit}; what makes no sense is left out. */
    static SessionQuery of(HttpServletRequest request) {
        String words = text(request, "q").strip().toLowerCase(Locale.ROOT);
        Comparator<SessionStatus> order =
                Optional.ofNullable(ORDERS.get(text(request, "sort"))).orElseGet(() -> ORDERS.get("opened"));
        boolean descending = text(request, "descending").equals("true");
        return new SessionQuery(
                words.isEmpty() ? List.of() : List.of(words.split("\\s+")),
                (descending ? order.reversed() : order).thenComparing(SessionStatus::id, SessionQuery::natural),
                number(text(request, "offset"), 0, Integer.MAX_VALUE),
                Math.max(1, number(text(request, "limit"), USUAL, MOST)));
    }

    /** Looks among these. */
    Found among(List<SessionStatus> sessions) {
        List<SessionStatus> matching = sessions.stream().filter(this::wants).toList();
        int last = Math.max(0, (matching.size() - 1) / limit * limit);
        int begin = Math.min(offset, last);
        // Sorting a few thousand is nothing beside asking for them.
        List<SessionStatus> page =
                matching.stream().sorted(order).skip(begin).limit(limit).toList();
        return new Found(sessions.size(), matching.size(), begin, page);
    }

    private boolean wants(SessionStatus session) {
        return words.stream().allMatch(word -> texts(session).anyMatch(text -> text.contains(word)));
    }

    private static Stream<String> texts(SessionStatus session) {
        Stream<String> always = Stream.of(
                session.id(),
                session.client(),
                session.phase().word(),
                session.upstream(),
                session.idling() ? "idle" : "");
        Stream<String> perhaps = Stream.of(session.user(), session.mailbox(), session.clientName(), session.clientTls())
                .flatMap(Optional::stream);
        return Stream.concat(always, perhaps).map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static Comparator<SessionStatus> text(Function<SessionStatus, Optional<String>> field) {
        return Comparator.comparing(session -> field.apply(session).orElse(""), String.CASE_INSENSITIVE_ORDER);
    }

    /** {@code tls-9} before {@code tls-10}: what ends in a number is sorted by it. */
    private static int natural(String a, String b) {
        int inA = numberAt(a);
        int inB = numberAt(b);
        int byText = a.substring(0, inA).compareTo(b.substring(0, inB));
        int byLength = Integer.compare(a.length() - inA, b.length() - inB);
        return byText != 0 ? byText : byLength != 0 ? byLength : a.compareTo(b);
    }

    private static int numberAt(String text) {
        int at = text.length();
        while (at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static int number(String text, int otherwise, int most) {
        return text.matches("\\d{1,9}") ? Math.min(Integer.parseInt(text), most) : otherwise;
    }
}
