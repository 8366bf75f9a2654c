package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client's leg, in TLS or not, and peers that don't behave. */
@Tag("embedded")
class EncryptionTest {

    private final Peeping peeping = new Peeping();

    private String encrypted(Testkit settings, String script) {
        List<String> said = new CopyOnWriteArrayList<>();
        peeping.onCommand = command ->
                said.add(command.text() + " " + peeping.session.orElseThrow().encrypted());
        try (Testkit kit = settings) {
            kit.script(script);
        }
        return said.get(said.size() - 1);
    }

    @Test
    void shouldTellInterceptorsWhetherTheClientIsEncrypted() {
        String noop = "C>S a1 NOOP\nS>C a1 OK";
        assertEquals("a1 NOOP true", encrypted(Testkit.with(peeping.plug()), noop));
        assertEquals("a1 NOOP false", encrypted(Testkit.with(peeping.plug()).unencrypted(), noop));
    }

    @Test
    void shouldBeEncryptedWhenTheClientHasSaidStartTls() {
        String script = """
                C: a1 STARTTLS
                >C a1 OK posthouse: …
                C>S a2 NOOP
                S>C a2 OK
                """;
        assertEquals(
                "a2 NOOP true",
                encrypted(Testkit.with(peeping.plug()).startTls().greeted(), script));
    }

    @Test
    void shouldComeFromWhereTheTestSaysIt() {
        try (Testkit kit = Testkit.with(peeping.plug()).from("198.51.100.7")) {
            peeping.onCommand = command -> peeping.seen.add(
                    peeping.session.orElseThrow().clientAddress().toString());
            kit.script("C>S a1 NOOP\nS>C a1 OK");
        }
        assertEquals(true, peeping.seen.contains("/198.51.100.7:40001"));
    }

    @Test
    void shouldHoldBackWhenAPeerTakesNoOctets() {
        try (Testkit kit = Testkit.with()) {
            kit.script("""
                    C>S a1 FETCH 1 BODY[]
                    ! stops C
                    S: * 1 FETCH (BODY[] {1000000}
                    S: ${octets 1000000})
                    S: a1 OK done
                    >C
                    ! goes-on C
                    >C * 1 FETCH (BODY[] {1000000}
                    >C ${octets 1000000})
                    >C a1 OK done
                    """);
        }
    }

    @Test
    void shouldSeeAResetWhenTheServerGoesInTheMiddleOfALiteral() {
        try (Testkit kit = Testkit.with()) {
            kit.script("""
                    C>S a1 FETCH 1 BODY[]
                    S>C * 1 FETCH (BODY[] {10}
                    S: half${open}
                    >C half${open}
                    ! closes S
                    ! reset C
                    """);
        }
    }
}
