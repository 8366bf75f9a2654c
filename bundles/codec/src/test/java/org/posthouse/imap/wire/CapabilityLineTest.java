package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posthouse.imap.Capability;

@Tag("unit")
class CapabilityLineTest {

    private static final String BEFORE = "* 1 EXISTS\r\n";

    private static String list(String line) {
        ByteBuf buf = Unpooled.copiedBuffer(BEFORE + line, StandardCharsets.ISO_8859_1);
        try {
            return CapabilityLine.find(buf, BEFORE.length(), buf.writerIndex())
                    .map(span -> CapabilityLine.read(buf, span).stream()
                            .map(Capability::toString)
                            .collect(Collectors.joining(",")))
                    .orElse("none");
        } finally {
            buf.release();
        }
    }

    private static String edit(String line, String remove, List<Capability> add) {
        byte[] octets = line.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuf buf = Unpooled.wrappedBuffer(octets);
        try {
            Optional<byte[]> edited = CapabilityLine.find(buf, 0, octets.length)
                    .flatMap(span -> CapabilityLine.edit(octets, span, name -> name.is(remove), add));
            return edited.map(result -> new String(result, StandardCharsets.ISO_8859_1))
                    .orElse("unchanged");
        } finally {
            buf.release();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* CAPABILITY IMAP4rev1 IDLE\r\n",
                "* capability  IMAP4rev1  IDLE \r\n",
                "*  CAPABILITY IMAP4rev1 IDLE\n",
                "* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n",
                "* PREAUTH [Capability IMAP4rev1 IDLE ] ready\r\n",
                "* BYE [CAPABILITY IMAP4rev1 IDLE]\r\n",
                "a1 OK [CAPABILITY IMAP4rev1 IDLE] Logged in\r\n",
                "a1 NO [CAPABILITY IMAP4rev1 IDLE]\r\n",
                "+ [CAPABILITY IMAP4rev1 IDLE] go on\r\n",
                "* OK [CAPABILITY IMAP4rev1 IDLE\r\n",
                "*\tCAPABILITY IMAP4rev1 IDLE\r\n",
                "* \f\u000bCAPABILITY\tIMAP4rev1\tIDLE\t\r\n",
                "* OK\t[CAPABILITY IMAP4rev1\u0001IDLE] ready\r\n",
                "*\tOK [ CAPABILITY IMAP4rev1 IDLE] ready\r\n",
                "a1\tNO [\t CAPABILITY\tIMAP4rev1 IDLE] ready\r\n",
                "+\t[CAPABILITY IMAP4rev1\rIDLE] go on\r\n"
            })
    void shouldFindTheListWhereverItStands(String line) {
        assertEquals("IMAP4rev1,IDLE", list(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* OK CAPABILITY IMAP4rev1\r\n",
                "a1 OK CAPABILITY completed\r\n",
                "* CAPABILITYX IMAP4rev1\r\n",
                "* 3 CAPABILITY IMAP4rev1\r\n",
                "* OK [CAPABILITIES IMAP4rev1]\r\n",
                "* OK text [CAPABILITY IMAP4rev1]\r\n",
                "* LIST () \"/\" CAPABILITY\r\n",
                "+\r\n",
                "\r\n"
            })
    void shouldFindNothingWhenThereIsNoList(String line) {
        assertEquals("none", list(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "* CAPABILITY A STARTTLS B|* CAPABILITY A B",
                "* CAPABILITY A  STARTTLS  B |* CAPABILITY A   B ",
                "* CAPABILITY A StartTLS|* CAPABILITY A",
                "* CAPABILITY STARTTLS|* CAPABILITY",
                "* CAPABILITY STARTTLS A STARTTLS|* CAPABILITY A",
                "* CAPABILITY A STARTTLSX|unchanged",
                "* OK [CAPABILITY A STARTTLS] text STARTTLS|* OK [CAPABILITY A] text STARTTLS",
                "a OK [CAPABILITY STARTTLS ]|a OK [CAPABILITY ]",
                "*\tCAPABILITY A\tSTARTTLS\tB|*\tCAPABILITY A\tB",
                "* OK [ CAPABILITY\tSTARTTLS \tA] x|* OK [ CAPABILITY \tA] x",
                "* CAPABILITY A\u0001STARTTLS\u000bB|* CAPABILITY A\u000bB"
            })
    void shouldTakeOneSpaceWithARemovedAtom(String line, String expected) {
        assertEquals(expected, edit(line, "STARTTLS", List.of()));
    }

    @Test
    void shouldAddBehindTheLastAtomWhenItIsNotThereYet() {
        List<Capability> add = List.of(Capability.IDLE, Capability.auth("PLAIN"));
        assertEquals("* CAPABILITY A IDLE AUTH=PLAIN \r\n", edit("* CAPABILITY A \r\n", "X", add));
        assertEquals("* CAPABILITY idle AUTH=PLAIN\r\n", edit("* CAPABILITY idle\r\n", "X", add));
        assertEquals("* OK [CAPABILITY IDLE AUTH=PLAIN] x\r\n", edit("* OK [CAPABILITY] x\r\n", "X", add));
        assertEquals("unchanged", edit("* CAPABILITY IDLE auth=plain\r\n", "X", add));
    }

    @Test
    void shouldKeepWhatIsNoAtom() {
        assertEquals("* CAPABILITY \u00e4 A\r\n", edit("* CAPABILITY \u00e4 STARTTLS A\r\n", "STARTTLS", List.of()));
    }
}
