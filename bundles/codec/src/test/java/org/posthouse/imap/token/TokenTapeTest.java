package org.posthouse.imap.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTapeTest {

    private static TokenTree tree(String response) {
        Octets octets = Octets.owning(response.getBytes(StandardCharsets.ISO_8859_1));
        return Message.response(octets, Reading.TOLERANT).tokens().value().orElseThrow();
    }

    private static List<String> following(TokenTape tape, int from, int to) {
        List<String> found = new ArrayList<>();
        for (int token = from; token < to; token = tape.behind(token)) {
            found.add(tape.octets(token).latin1());
        }
        return found;
    }

    @Test
    void shouldPutListsBeforeTheirMembers() {
        TokenTape tape = tree("* 1 FETCH (FLAGS (\\Seen x) UID 7)\r\n").tape();
        assertEquals(10, tape.size());
        assertEquals(List.of("*", "1", "FETCH", "(FLAGS (\\Seen x) UID 7)"), following(tape, 0, tape.size()));
        assertEquals(List.of("FLAGS", "(\\Seen x)", "UID", "7"), following(tape, 4, tape.behind(3)));
        assertEquals(List.of("\\Seen", "x"), following(tape, 6, tape.behind(5)));
        assertEquals(4, tape.count(4, tape.behind(3)));
        assertTrue(tape.isList(3) && tape.isList(5));
        assertTrue(tape.isAtom(4, "flags"));
        assertEquals(7, tape.number(tape.size() - 1));
        assertEquals(-1, tape.number(3));
    }

    @Test
    void shouldTellWhatEachTokenIs() {
        TokenTape tape = tree("* X NIL \"a\\\"b\" {2}\r\nNO BODY[] (\"\")\r\n").tape();
        assertTrue(tape.isNil(2) && tape.isAtom(2));
        assertTrue(tape.isQuoted(3) && tape.string(3).orElseThrow().is("a\"b"));
        assertTrue(tape.isLiteral(4) && tape.string(4).orElseThrow().is("NO"));
        assertTrue(tape.isList(6) && tape.string(6).isEmpty());
        assertEquals("", tape.string(7).orElseThrow().latin1());
        TokenTape section = tree("* 1 FETCH (BODY[TEXT] NIL)\r\n").tape();
        assertTrue(section.isBracketed(5) && !section.isList(5));
    }

    @Test
    void shouldSayTheSameAsItsTokens() {
        TokenTree tree =
                tree("* 1 FETCH (ENVELOPE (\"d\" NIL ((NIL NIL \"u\" {1}\r\nh)) \"x\\\\\") BODY[1.MIME]<0> \"\")\r\n");
        TokenTape tape = tree.tape();
        List<Token> all = Walk.all(tree);
        assertEquals(all.size(), tape.size());
        for (int token = 0; token < tape.size(); token++) {
            int index = token;
            Token same = all.stream()
                    .filter(each -> each.start() == tape.start(index))
                    .findFirst()
                    .orElseThrow();
            assertEquals(same.end(), tape.end(token));
            assertEquals(same.string(), tape.string(token));
            assertEquals(same.getClass(), tape.token(token).getClass());
        }
    }

    @Test
    void shouldCountALiteralOnceWhereACodeIsReadTwice() {
        // The pair of brackets in a[b] would leave the code open: then the first bracket closes it.
        TokenTree tree = tree("* NO [BADCHARSET ({1}\r\nx) a[b] text\r\n");
        assertEquals(1, tree.literals().size());
        assertEquals(
                "[BADCHARSET ({1}\r\nx) a[b]", tree.tokens().get(2).octets().latin1());
        assertEquals(
                "x",
                ((TokenList) ((TokenList) tree.tokens().get(2)).items().get(1))
                        .items()
                        .get(0)
                        .string()
                        .orElseThrow()
                        .latin1());
    }

    @Test
    void shouldKnowANulWhereverItStands() {
        for (String nul :
                List.of("* X \0\r\n", "* X \"\0\"\r\n", "* X {1}\r\n\0\r\n", "* OK [X \0] a\r\n", "* OK \0\r\n")) {
            Octets octets = Octets.owning(nul.getBytes(StandardCharsets.ISO_8859_1));
            Message.response(octets, Reading.TOLERANT).tokens();
            assertTrue(octets.hasNul(), nul.replace("\0", "NUL"));
            Octets strict = Octets.owning(nul.getBytes(StandardCharsets.ISO_8859_1));
            Message.response(strict, Reading.STRICT).tokens();
            assertTrue(strict.hasNul(), nul.replace("\0", "NUL"));
        }
        Octets cut = Octets.owning("a LOGIN x \"\0".getBytes(StandardCharsets.ISO_8859_1));
        Message.of(Message.Kind.COMMAND, cut, Reading.TOLERANT, List.of(), false)
                .tokens();
        assertTrue(cut.hasNul());
        assertFalse(tree("* X \"a\" b\r\n").tape().octets(2).hasNul());
    }
}
