package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;
import org.posthouse.itest.fixture.Wire;

/** The one list of capabilities, in every place where it can appear, and the refusal of what was taken from it. */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapabilitiesTest {
    private static final Pattern LIST = Pattern.compile("CAPABILITY ([^]\r\n]+)");
    /** What Dovecot announces and a transparent proxy must not. */
    private static final Set<String> TAKEN =
            Set.of("COMPRESS=DEFLATE", "AUTH=DIGEST-MD5", "AUTH=EXTERNAL", "LOGIN-REFERRALS");

    private final DovecotServer dovecot;
    private final Pki pki;
    private final NineListeners proxy;
    private int users;

    CapabilitiesTest(DovecotServer dovecot, Pki pki) {
        this.dovecot = dovecot;
        this.pki = pki;
        this.proxy = new NineListeners(dovecot, pki);
    }

    @AfterAll
    void stop() {
        proxy.close();
    }

    static Stream<Combination> combinations() {
        return Combination.all();
    }

    private ImapClient connect(Combination combination) throws IOException {
        return ImapClient.connect(combination.client(), proxy.port(combination), pki.trust());
    }

    private static Set<String> list(String response) {
        Matcher found = LIST.matcher(response);
        assertTrue(found.find(), () -> "no list in: " + response);
        return new TreeSet<>(Arrays.asList(found.group(1).strip().split(" ")));
    }

    private static Set<String> asked(ImapClient client) throws IOException {
        return list(String.join("\r\n", client.command("CAPABILITY").orFail().untagged()));
    }

    private Set<String> without(Set<String> direct) {
        Set<String> expected = new TreeSet<>(direct);
        expected.removeAll(TAKEN);
        expected.remove("STARTTLS");
        return expected;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldTellOneListInGreetingAndAnswerWhenNotLoggedIn(Combination combination) throws IOException {
        try (ImapClient direct = ImapClient.connect(Leg.OFF, dovecot.port(Leg.OFF), pki.trust());
                Wire wire = Wire.plain(proxy.port(combination));
                ImapClient client = connect(combination)) {
            Set<String> expected = without(list(direct.greeting()));
            assertEquals(expected, asked(client));
            if (combination.client() == Leg.STARTTLS) {
                expected.add("STARTTLS");
                assertEquals(expected, list(wire.line()));
            } else {
                assertEquals(expected, list(client.greeting()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldTellOneListAfterLoginAndAfterAuthenticateWhenLoggedIn(Combination combination) throws IOException {
        DovecotServer.Account account = dovecot.account("caps" + ++users);
        try (ImapClient direct = dovecot.direct(account);
                ImapClient login = connect(combination);
                ImapClient authenticate = connect(combination)) {
            Set<String> expected = without(asked(direct));
            assertEquals(
                    expected,
                    list(login.command("LOGIN " + account.user() + " secret")
                            .orFail()
                            .toString()));
            assertEquals(expected, asked(login));
            assertEquals(
                    expected,
                    list(authenticate
                            .command("AUTHENTICATE PLAIN " + account.sasl())
                            .orFail()
                            .toString()));
            assertEquals(expected, asked(authenticate));
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldRefuseWhatWasTakenAwayWhenItIsSentAnyway(Combination combination) throws IOException {
        DovecotServer.Account account = dovecot.account("taken" + ++users);
        try (ImapClient client = connect(combination)) {
            for (String command : List.of("AUTHENTICATE DIGEST-MD5", "AUTHENTICATE EXTERNAL =", "STARTTLS")) {
                boolean ours = combination.client() == Leg.STARTTLS || !command.equals("STARTTLS");
                String refusal = client.command(command).tagged();
                assertTrue(
                        refusal.matches("A\\d+ (BAD|NO) (\\[[A-Z]+] )?posthouse: .*")
                                || !ours && !refusal.contains(" OK "),
                        refusal);
            }
            client.login(account);
            String refusal = client.command("COMPRESS DEFLATE").tagged();
            assertTrue(refusal.contains(" BAD posthouse: "), refusal);
            client.command("NOOP").orFail();
            client.command("LOGOUT").orFail();
        }
        assertFalse(dovecot.received(account).contains("COMPRESS"));
    }
}
