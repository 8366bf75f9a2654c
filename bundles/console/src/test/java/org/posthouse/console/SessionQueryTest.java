package org.posthouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.posthouse.admin.SessionPhase;
import org.posthouse.admin.SessionStatus;
import org.posthouse.admin.Traffic;

class SessionQueryTest {

    private static SessionStatus session(int n, String user, String mailbox) {
        return new SessionStatus(
                "tls-" + n,
                "tls",
                "192.0.2." + n + ":4000",
                SessionPhase.SELECTED,
                Optional.of(user),
                Optional.of(mailbox),
                n % 2 == 0,
                Optional.of("TLSv1.3"),
                "imap.example.org:993",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Traffic(n, 100 - n, n % 3),
                Instant.ofEpochSecond(1_000 + n));
    }

    private static final List<SessionStatus> SOME = List.of(
            session(9, "bob", "INBOX"),
            session(10, "Alice", "Archive"),
            session(2, "carol", "inbox"),
            session(1, "alice", "Sent"));

    private static List<String> ids(String query, List<SessionStatus> sessions) {
        return SessionQuery.of(Requests.of("GET", query)).among(sessions).page().stream()
                .map(SessionStatus::id)
                .toList();
    }

    @Test
    void shouldSortByNumberWhenIdsEndInOne() {
        assertEquals(List.of("tls-1", "tls-2", "tls-9", "tls-10"), ids("sort=id", SOME));
        assertEquals(List.of("tls-10", "tls-9", "tls-2", "tls-1"), ids("sort=id&descending=true", SOME));
    }

    @Test
    void shouldShowTheYoungestFirstWhenNothingIsSaid() {
        assertEquals(List.of("tls-10", "tls-9", "tls-2", "tls-1"), ids("", SOME));
        assertEquals(List.of("tls-10", "tls-9", "tls-2", "tls-1"), ids("sort=nonsense&limit=x&offset=-3", SOME));
    }

    @Test
    void shouldSortWithoutRegardToCaseWhenByUser() {
        assertEquals(List.of("tls-1", "tls-10", "tls-9", "tls-2"), ids("sort=user", SOME));
    }

    @Test
    void shouldFindWhatHasAllWordsWhenSearching() {
        assertEquals(List.of("tls-10", "tls-1"), ids("q=ALICE", SOME));
        assertEquals(List.of("tls-10"), ids("q=alice+archive", SOME));
        assertEquals(List.of("tls-10", "tls-2"), ids("q=idle", SOME));
        assertEquals(List.of(), ids("q=%3Cscript%3E", SOME));
    }

    @Test
    void shouldShowTheLastPageWhenAskedForOneBeyondTheEnd() {
        List<SessionStatus> many = IntStream.rangeClosed(1, 101)
                .mapToObj(n -> session(n, "u" + n, "INBOX"))
                .toList();
        SessionQuery.Found found = SessionQuery.of(Requests.of("GET", "sort=id&limit=25&offset=5000"))
                .among(many);
        assertEquals(100, found.offset());
        assertEquals(
                List.of("tls-101"), found.page().stream().map(SessionStatus::id).toList());
        assertEquals(101, found.matching());
        assertEquals(101, found.total());
        assertEquals(
                0,
                SessionQuery.of(Requests.of("GET", "limit=0")).among(List.of()).matching());
    }
}
