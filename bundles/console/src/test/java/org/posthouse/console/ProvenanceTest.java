package org.posthouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {

    private static final String HOST = "127.0.0.1:8080";

    private static Optional<String> objection(String method, String query, String... headers) {
        return Provenance.of(Requests.of(method, query, headers)).objectionOnLoopback();
    }

    @Test
    void shouldAdmitWhatTheConsolesOwnPagesAskFor() {
        String[] own = {"Host", HOST, "Origin", "http://" + HOST, "Sec-Fetch-Site", "same-origin"};
        assertEquals(Optional.empty(), objection("POST", "", own));
        assertEquals(
                Optional.empty(),
                objection(
                        "GET",
                        "post=true&ts=1",
                        "Host",
                        HOST,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Sec-Fetch-Mode",
                        "cors"));
    }

    @Test
    void shouldAdmitWhoTypesTheAddressOrUsesCurl() {
        assertEquals(Optional.empty(), objection("GET", "q=a", "Host", HOST, "Sec-Fetch-Site", "none"));
        assertEquals(Optional.empty(), objection("GET", "q=a", "Host", "localhost:8080"));
        assertEquals(Optional.empty(), objection("POST", "", "Host", "[::1]:8080", "X-Requested-With", "curl"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, cross-site",
        "http://localhost:9999, same-site",
        "http://127.0.0.1:9999, same-site",
        "https://127.0.0.1:8080, cross-site",
        "null, cross-site",
        "http://127.0.0.1:8080, cross-site"
    })
    void shouldRefuseAPostOfAnotherSitesPage(String origin, String site) {
        assertTrue(objection("POST", "", "Host", HOST, "Origin", origin, "Sec-Fetch-Site", site)
                .isPresent());
    }

    @Test
    void shouldRefuseAPostThatDoesNotSayWhereItComesFrom() {
        assertTrue(objection("POST", "", "Host", HOST).isPresent());
        assertTrue(objection("DELETE", "", "Host", HOST).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"post=true&apply=1&delete=1", "apply=1", "action=uninstall", "post=true&unbind=1"})
    void shouldRefuseAGetThatWouldChangeSomething(String query) {
        assertTrue(objection("GET", query, "Host", HOST, "Sec-Fetch-Site", "same-origin")
                .isPresent());
    }

    @Test
    void shouldLetAnotherSiteLinkHereButNotAskForAnything() {
        String[] link = {
            "Host", HOST, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"
        };
        assertEquals(Optional.empty(), objection("GET", "", link));
        assertTrue(objection("GET", "post=true", link).isPresent());
        assertTrue(objection("GET", "", "Host", HOST, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example:8080", "127.0.0.1.evil.example", "", "192.0.2.1:8080", "localhost.evil.example"})
    void shouldRefuseANameThatSomebodysDnsPointsHere(String host) {
        assertTrue(objection("GET", "", "Host", host).isPresent());
    }
}
