package org.posthouse.proxy.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.proxy.config.FailureMode;

/** Interceptors that misbehave at a response, failing open and closed: what the client saw. */
@Tag("embedded")
class MisbehavingResponseTest {

    private static final Interest RESPONSES = Interest.of().anyResponse().build();

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItThrows(FailureMode mode) {
        Meddler throwing = Meddler.at(RESPONSES)
                .onResponse((s, r) -> only("FETCH", r.name().toString(), () -> {
                    throw new Error("on purpose");
                }));
        decides(throwing, mode, "* 1 FETCH (FLAGS ())\r\n");
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItReturnsNull(FailureMode mode) {
        decides(
                Meddler.at(RESPONSES)
                        .onResponse((s, r) -> only("FETCH", r.name().toString(), () -> nothing())),
                mode,
                "* 1 FETCH (FLAGS ())\r\n");
    }

    @ParameterizedTest
    @EnumSource(FailureMode.class)
    void shouldActByItsModeWhenItDefersForEver(FailureMode mode) {
        Meddler silent = Meddler.at(RESPONSES)
                .onResponse((s, r) ->
                        only("FETCH", r.name().toString(), () -> ResponseVerdict.defer(new CompletableFuture<>())));
        try (Scene scene = Scene.with(silent, mode)) {
            scene.server("* 1 FETCH (FLAGS ())\r\n* 2 EXISTS\r\n").clientSees("");
            scene.client("a1 NOOP\r\n").serverSees("a1 NOOP\r\n");
            scene.pass(Duration.ofSeconds(20));
            if (mode == FailureMode.OPEN) {
                scene.clientSees("* 1 FETCH (FLAGS ())\r\n* 2 EXISTS\r\n");
            } else {
                scene.clientSees("* BYE [UNAVAILABLE] " + Scene.FAILED).ended();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,   * 3 EXISTS",
        "CLOSED, * 3 EXISTS",
        "OPEN,   * 3 EXPUNGE",
        "CLOSED, * 3 EXPUNGE",
        "OPEN,   * 3 RECENT",
        "CLOSED, * 3 RECENT",
        "OPEN,   * 3 FETCH (FLAGS ())",
        "CLOSED, * 3 FETCH (FLAGS ())",
        "OPEN,   * CAPABILITY IMAP4rev1",
        "CLOSED, * CAPABILITY IMAP4rev1"
    })
    void shouldActByItsModeWhenItDropsWhatKeepsTheClientInStep(FailureMode mode, String response) {
        Meddler dropping = Meddler.at(RESPONSES)
                .onResponse((s, r) ->
                        r.name().toString().equals("PREAUTH") ? ResponseVerdict.pass() : ResponseVerdict.drop());
        decides(dropping, mode, response + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,   * LIST () NIL x, * LIST () NIL x|* 9 EXISTS|",
        "CLOSED, * LIST () NIL x, * LIST () NIL x|* 9 EXISTS|",
        "OPEN,   * LIST () NIL x, a1 OK done|",
        "CLOSED, * LIST () NIL x, a1 OK done|",
        "OPEN,   * LIST () NIL x, * LIST () NIL",
        "CLOSED, * LIST () NIL x, * LIST () NIL",
        "OPEN,   * LIST () NIL x, * LIST () NIL {9}|x|",
        "CLOSED, * LIST () NIL x, * LIST () NIL {9}|x|",
        "OPEN,   * 3 EXISTS, * 4 EXISTS|",
        "CLOSED, * 3 EXISTS, * 4 EXISTS|",
        "OPEN,   * 3 FETCH (RFC822.SIZE 7), * 3 FETCH (RFC822.SIZE 9)|",
        "CLOSED, * 3 FETCH (RFC822.SIZE 7), * 3 FETCH (RFC822.SIZE 9)|",
        "OPEN,   * 3 FETCH (FLAGS ()), * 4 FETCH (FLAGS ())|",
        "CLOSED, * 3 FETCH (FLAGS ()), * 4 FETCH (FLAGS ())|"
    })
    void shouldActByItsModeWhenItRewritesIntoWhatItMustNot(FailureMode mode, String response, String octets) {
        Octets made = Octets.owning(octets.replace("|", "\r\n").getBytes(ISO_8859_1));
        Meddler wild = Meddler.at(RESPONSES)
                .onResponse((s, r) -> r.name().toString().equals("PREAUTH")
                        ? ResponseVerdict.pass()
                        : ResponseVerdict.rewrite(Message.response(made, Reading.TOLERANT)));
        decides(wild, mode, response + "\r\n");
    }

    private static void decides(Meddler meddler, FailureMode mode, String response) {
        try (Scene scene = Scene.with(meddler, mode)) {
            scene.server(response);
            if (mode == FailureMode.OPEN) {
                scene.clientSees(response);
            } else {
                scene.clientSees("* BYE [UNAVAILABLE] " + Scene.FAILED).ended();
            }
        }
    }

    private static ResponseVerdict only(String name, String shown, Supplier<ResponseVerdict> otherwise) {
        return name.equals(shown) ? otherwise.get() : ResponseVerdict.pass();
    }

    @SuppressWarnings("NullAway")
    private static ResponseVerdict nothing() {
        return null;
    }
}
