package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/** The exchanges of RFC 5802 §5, RFC 7677 §3 and RFC 2195 §2, and what isn't one. */
@Tag("unit")
class ScramTest {

    private static SaslLine line(String text) {
        return SaslLine.of(Secret.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldReadTheExampleOfTheRfc() {
        ScramFirst first = (ScramFirst) SaslMessage.read("SCRAM-SHA-256", line("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"))
                .orElseThrow();
        assertEquals(List.of(Octets.of("user")), first.names());
        assertEquals("rOprNGfwEbeRWgbNEkqO", first.nonce());
        List<String> behind = List.of(
                "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
                "e=invalid-proof");
        for (String text : behind) {
            ScramMessage message = ScramMessage.read(line(text)).orElseThrow();
            assertEquals(line(text), message.line());
            assertFalse(
                    message.toString().contains("W22Z") || message.toString().contains("dHzb"));
        }
    }

    @Test
    void shouldReadEscapedNamesAndABoundChannel() {
        ScramFirst first =
                (ScramFirst) SaslMessage.read("scram-sha-1-plus", line("p=tls-exporter,a=ad=2Cmin,n=us=3Der,r=abc,x=y"))
                        .orElseThrow();
        assertEquals(List.of(Octets.of("ad,min"), Octets.of("us=er")), first.names());
        assertEquals("x=y", first.extensions());
        assertEquals(line("p=tls-exporter,a=ad=2Cmin,n=us=3Der,r=abc,x=y"), first.line());
    }

    @Test
    void shouldReadTheAnswerToCramMd5() {
        CramMd5 answer = (CramMd5) SaslMessage.read("CRAM-MD5", line("tim b913a602c7eda7a495b4e6e7334d3890"))
                .orElseThrow();
        assertEquals(Octets.of("tim"), answer.user());
        assertFalse(answer.toString().contains("b913"));
    }

    @Test
    void shouldNotTakeForScramWhatIsNone() {
        for (String text : List.of(
                "",
                "n",
                "n,,",
                "n,,n=user",
                "n,,r=x,n=user",
                "x,,n=user,r=x",
                "n,b=c,n=user,r=x",
                "n,,n=us=er,r=x",
                "n,,n=user,r=",
                "n,,n=user,r=x,",
                "p=,,n=u,r=x",
                "n,,n=u,r=a\u0001b")) {
            assertEquals(Optional.empty(), SaslMessage.read("SCRAM-SHA-1", line(text)), text);
        }
        for (String text : List.of(
                "",
                "r=x",
                "r=x,s=!,i=1",
                "r=x,s=AAAA,i=0",
                "r=x,s=AAAA,i=x",
                "v=",
                "e=",
                "c=biws,r=x",
                "v=AAA",
                "x=y")) {
            assertEquals(Optional.empty(), ScramMessage.read(line(text)), text);
        }
        for (String text : List.of(
                "", "tim", "tim b913", " b913a602c7eda7a495b4e6e7334d3890", "tim B913A602C7EDA7A495B4E6E7334D3890")) {
            assertTrue(SaslMessage.read("CRAM-MD5", line(text)).isEmpty(), text);
        }
    }
}
