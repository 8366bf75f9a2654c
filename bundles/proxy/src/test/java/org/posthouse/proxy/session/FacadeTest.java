package org.posthouse.proxy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.intercept.AttachmentKey;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.proxy.config.FailureMode;

/** A session as its interceptors use it. */
@Tag("embedded")
class FacadeTest {

    private static final Interest COMMANDS = Interest.of().anyCommand().build();

    private final List<Session> sessions = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private final Meddler user = Meddler.at(COMMANDS).onCommand((s, c) -> {
        sessions.add(s);
        return CommandVerdict.pass();
    });

    @Test
    void shouldSayAnUntaggedResponseBetweenThoseOfTheServer() {
        try (Scene scene = Scene.with(user, FailureMode.CLOSED)) {
            scene.client("a1 NOOP\r\n").server("* 1 FETCH (BODY[] {3}\r\na");
            session().untagged(response("* OK [ALERT] hi\r\n"));
            scene.server("bc)\r\n");
            scene.clientSees("* 1 FETCH (BODY[] {3}\r\nabc)\r\n* OK [ALERT] hi\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* 3 EXISTS\r\n",
                "* 3 EXPUNGE\r\n",
                "* BYE\r\n",
                "* CAPABILITY IMAP4rev1\r\n",
                "a1 OK done\r\n",
                "* OK one\r\n* OK two\r\n",
                "* OK no end"
            })
    void shouldRefuseToSayWhatIsTheServersToSay(String octets) {
        try (Scene scene = Scene.with(user, FailureMode.CLOSED)) {
            scene.client("a1 NOOP\r\n");
            assertThrows(IllegalArgumentException.class, () -> session().untagged(response(octets)));
            scene.clientSees("");
        }
    }

    @Test
    void shouldDoNothingMoreWhenItsInterceptorHasLeft() {
        try (Scene scene = Scene.with(user, FailureMode.OPEN)) {
            scene.client("a1 NOOP\r\n");
            session().after(Duration.ofSeconds(1)).thenRun(() -> noted.add("after"));
            session().execute(() -> noted.add("in time"));
            scene.pump().leave(user, 1);
            session().execute(() -> noted.add("too late"));
            session().untagged(response("* OK too late\r\n"));
            session().upstream().send(CommandName.NOOP, w -> {}, Set.of()).thenRun(() -> noted.add("sent"));
            scene.pass(Duration.ofSeconds(2)).clientSees("").serverSees("a1 NOOP\r\n");
            assertEquals(List.of("in time"), noted);
        }
    }

    @Test
    void shouldCompleteOnTheClockWhenItWaits() {
        try (Scene scene = Scene.with(user, FailureMode.OPEN)) {
            scene.client("a1 NOOP\r\n");
            session().after(Duration.ofSeconds(5)).thenRun(() -> noted.add("now"));
            scene.pass(Duration.ofSeconds(4));
            assertEquals(List.of(), noted);
            scene.pass(Duration.ofSeconds(1));
            assertEquals(List.of("now"), noted);
        }
    }

    @Test
    void shouldShareAttachmentsWhenSeveralSitInOneSession() {
        AttachmentKey<String> key = new AttachmentKey<>("a/what", String.class);
        Meddler other = new Meddler("other", COMMANDS).onCommand((s, c) -> {
            noted.add(s.attachment(key).orElse("nothing"));
            return CommandVerdict.pass();
        });
        user.onCommand((s, c) -> {
            s.attach(key, "from the first");
            return CommandVerdict.pass();
        });
        try (Scene scene = Scene.with(user, FailureMode.OPEN).join(other, 2).pump()) {
            scene.client("a1 NOOP\r\n");
            assertEquals(List.of("from the first"), noted);
        }
    }

    @Test
    void shouldShowWhatItAsksForWhenItChangesItsInterest() {
        try (Scene scene = Scene.with(user, FailureMode.OPEN)) {
            scene.client("a1 NOOP\r\n");
            session().interest(Interest.of().commands(CommandName.CHECK).build());
            scene.client("a2 NOOP\r\na3 CHECK\r\n");
            assertEquals(List.of("command NOOP", "command CHECK"), user.calls());
        }
    }

    @Test
    void shouldRefuseToClaimWhatTheClientHasToSee() {
        try (Scene scene = Scene.with(user, FailureMode.OPEN)) {
            scene.client("a1 NOOP\r\n");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> session().upstream().send(CommandName.NOOP, w -> {}, Set.of(ResponseName.EXISTS)));
            assertEquals(Optional.empty(), session().attachment(new AttachmentKey<>("x", String.class)));
        }
    }

    private Session session() {
        return sessions.get(0);
    }

    private static Message response(String octets) {
        return Message.response(Octets.of(octets), Reading.TOLERANT);
    }
}
