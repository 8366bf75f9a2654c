package org.posthouse.example.authallowlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.Interest;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class AuthAllowListTest {

    /** {@code fred} and {@code mallory} with the password {@code secret}, PLAIN. */
    private static final String FRED = "AGZyZWQAc2VjcmV0";

    private static final String MALLORY = "AG1hbGxvcnkAc2VjcmV0";
    /** {@code mallory} with the password of {@code fred}, and the other way round. */
    private static final String FRED_AS_MALLORY = "bWFsbG9yeQBmcmVkAHNlY3JldA==";

    private final AuthAllowList service = new AuthAllowList();

    @Test
    void shouldHideAndRefuseOtherMechanisms() {
        allow(Map.of("mechanisms", "plain"));
        try (Testkit kit = Testkit.with("auth-allow-list", service).connected()) {
            kit.script("""
                    S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN AUTH=X-OWN] ready
                    >C * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN LOGINDISABLED] ready
                    C: a1 LOGIN fred secret
                    >C~ a1 (NO|BAD) posthouse: .*
                    C: a2 AUTHENTICATE X-OWN
                    >C~ a2 (NO|BAD) posthouse: .*
                    >S

                    C>S a3 AUTHENTICATE PLAIN AGZyZWQAc2VjcmV0
                    S>C a3 OK in
                    """);
        }
    }

    @Test
    void shouldRefuseAnotherUserBeforeThePasswordGoesUp() {
        allow(Map.of("users", "fred, *@example.org"));
        play("""
                C: a1 LOGIN mallory secret
                >C a1 NO posthouse: no logins of this user
                C: a2 LOGIN fred@example.net secret
                >C a2 NO posthouse: no logins of this user
                C: a3 LOGIN {7}
                >C + …
                C: mallory {6}
                >C + …
                C: secret
                >C a3 NO posthouse: no logins of this user
                >S

                C>S a4 LOGIN wilma@example.org secret
                S>C a4 OK in
                """);
    }

    @Test
    void shouldReadTheNamesInSaslMessages() {
        allow(Map.of("users", "fred"));
        play("C: a1 AUTHENTICATE PLAIN " + MALLORY + """

                >C a1 NO posthouse: no logins of this user
                C: a2 AUTHENTICATE PLAIN bWFsbG9yeQBmcmVkAHNlY3JldA==
                >C a2 NO posthouse: no logins of this user
                C: a3 AUTHENTICATE PLAIN !
                >C~ a3 (NO|BAD) posthouse: .*
                >S

                C>S a4 AUTHENTICATE PLAIN
                S>C +${sp}
                C: AG1hbGxvcnkAc2VjcmV0
                >S *
                S: a4 BAD cancelled
                >C a4 NO posthouse: no logins of this user
                """);
        assertEquals(28, FRED_AS_MALLORY.length());
    }

    @Test
    void shouldLetWhoIsListedPass() {
        allow(Map.of("users", "fred", "mechanisms", "PLAIN, LOGIN", "networks", "192.0.2.0/24, 2001:db8::/32"));
        play("""
                C>S a1 AUTHENTICATE PLAIN
                S>C +${sp}
                C: ${fred}
                >S ${fred}
                S>C a1 OK in
                """.replace("${fred}", FRED));
    }

    @Test
    void shouldRefuseOtherNetworks() {
        allow(Map.of("networks", "192.0.2.0/25, ::1/128"));
        try (Testkit kit =
                Testkit.with("auth-allow-list", service).greeted().from("192.0.2.127", "192.0.2.128", "::1")) {
            kit.script("""
                    C>S a1 LOGIN fred secret
                    S>C a1 OK in
                    C2: a1 LOGIN fred secret
                    >C2 a1 NO posthouse: no logins from your network
                    C2: a2 AUTHENTICATE PLAIN
                    >C2 a2 NO posthouse: no logins from your network
                    >S2

                    C3: a1 LOGIN fred secret
                    >S3 a1 LOGIN fred secret
                    S3: a1 OK in
                    >C3 a1 OK in
                    """);
        }
    }

    @Test
    void shouldRefuseCommandsNobodyKnowsBeforeLogin() {
        allow(Map.of("users", "fred"));
        play("""
                C: a1 XLOGIN mallory secret
                >C a1 NO posthouse: …
                >S
                """);
    }

    @Test
    void shouldKeepItsRulesWhenTheNextAreWrong() {
        allow(Map.of("users", "fred"));
        allow(Map.of("networks", "example.org/8"));
        allow(Map.of("networks", "10.0.0.0/x"));
        allow(Map.of("mechanisms", "(PLAIN)"));
        service.modified(
                Settings.of(AuthAllowList.Config.class, Map.of()), Map.of("user", "mallory", "service.pid", "x"));
        service.modified(Settings.of(AuthAllowList.Config.class, Map.of()), Map.of());
        play("""
                C: a1 LOGIN mallory secret
                >C a1 NO posthouse: no logins of this user
                >S
                """);
    }

    @Test
    void shouldRefuseANameThatAServerCouldPassOver() {
        allow(Map.of("users", "fred"));
        play("""
                C: a1 AUTHENTICATE LOGIN ZnJlZA==
                >C a1 NO posthouse: no logins of this user
                >S

                C>S a2 AUTHENTICATE LOGIN
                S>C + VXNlcm5hbWU6
                C>S ZnJlZA==
                S>C + UGFzc3dvcmQ6
                C>S c2VjcmV0
                S>C a2 OK in
                """);
    }

    @Test
    void shouldNotComeIntoServiceWhenItsFileIsWrong() {
        AuthAllowList.Config nothing = Settings.of(AuthAllowList.Config.class, Map.of());
        assertThrows(IllegalArgumentException.class, () -> service.configure(nothing, Map.of("user", "fred")));
        Map<String, String> names = Map.of("networks", "example.org/8");
        AuthAllowList.Config wrong = Settings.of(AuthAllowList.Config.class, names);
        assertThrows(IllegalArgumentException.class, () -> service.configure(wrong, names));
    }

    @Test
    void shouldKeepItsRulesWhenItsFileIsEmptied() {
        allow(Map.of("users", "fred"));
        Map<String, String> emptied = Map.of("service.pid", "org.posthouse.example.authallowlist");
        AuthAllowList.Config nothing = Settings.of(AuthAllowList.Config.class, Map.of());
        service.modified(nothing, emptied);
        assertThrows(IllegalArgumentException.class, () -> service.configure(nothing, emptied));
        play("""
                C: a1 LOGIN mallory secret
                >C a1 NO posthouse: no logins of this user
                >S
                """);
    }

    @Test
    void shouldNotBeInTheChainWithoutAFile() {
        try (Testkit kit = Testkit.with("auth-allow-list", service).connected()) {
            kit.script("""
                    S>C * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=X-OWN] ready
                    C>S a1 LOGIN mallory secret
                    S>C a1 OK in
                    """);
        }
        allow(Map.of("users", ""));
        assertTrue(Rules.of("", " ", ",").equals(Rules.NONE));
        assertEquals("none", Interest.none().toString());
    }

    private void allow(Map<String, String> file) {
        Map<String, String> keys = new HashMap<>(file);
        keys.put("service.pid", "org.posthouse.example.authallowlist");
        service.modified(Settings.of(AuthAllowList.Config.class, file), keys);
    }

    private void play(String script) {
        try (Testkit kit = Testkit.with("auth-allow-list", service).greeted()) {
            kit.script(script);
        }
    }
}
