package org.posthouse.imap.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts, rewriting and writing. */
@Tag("unit")
class RewriteTest {

    private static Message command(String text) {
        return Message.command(Octets.of(text), Reading.TOLERANT);
    }

    private static Token token(Message message, int index) {
        return message.tokens().value().orElseThrow().tokens().get(index);
    }

    private static String text(Rewrite rewrite) {
        return rewrite.message().octets().latin1();
    }

    @Test
    void shouldLeaveAllOtherOctetsWhenATokenIsReplaced() {
        Message message = command("a  login \"fr\\ed\"  {3+}\r\nabc  x \r\n");
        Rewrite rewrite = message.rewrite(WriteLimits.PLAIN).replace(token(message, 2), w -> w.astring("joe"));
        assertEquals("a  login joe  {3+}\r\nabc  x \r\n", text(rewrite));
    }

    @Test
    void shouldTakeOneSpaceWithARemovedToken() {
        Message message = command("a STORE 1 FLAGS (\\Seen \\Draft)\r\n");
        TokenList list = (TokenList) token(message, 4);
        Rewrite first = message.rewrite(WriteLimits.PLAIN).remove(list.items().get(0));
        Rewrite last = message.rewrite(WriteLimits.PLAIN).remove(list.items().get(1));
        Message fetch = command("a FETCH 1 (BODY[]<0.5> UID)\r\n");
        Token partial = ((TokenList) token(fetch, 3)).items().get(2);
        Rewrite without = fetch.rewrite(WriteLimits.PLAIN).remove(partial);
        assertEquals("a FETCH 1 (BODY[] UID)\r\n", text(without));
        Message parts = command("a X ((1)(2) 3)\r\n");
        List<Token> members = ((TokenList) token(parts, 2)).items();
        Rewrite third = parts.rewrite(WriteLimits.PLAIN).remove(members.get(0)).remove(members.get(1));
        assertEquals("a X (3)\r\n", text(third));
        assertEquals("a STORE 1 FLAGS (\\Draft)\r\n", text(first));
        assertEquals("a STORE 1 FLAGS (\\Seen)\r\n", text(last));
    }

    @Test
    void shouldRemoveNeighboursOneByOne() {
        Message message = command("a STORE 1 FLAGS (\\Seen \\Draft x)\r\n");
        TokenList list = (TokenList) token(message, 4);
        Token seen = list.items().get(0);
        Token draft = list.items().get(1);
        Token last = list.items().get(2);
        Rewrite first = message.rewrite(WriteLimits.PLAIN).remove(seen).remove(draft);
        Rewrite all =
                message.rewrite(WriteLimits.PLAIN).remove(last).remove(draft).remove(seen);
        Rewrite around = message.rewrite(WriteLimits.PLAIN).remove(seen).remove(last);
        Rewrite instead = message.rewrite(WriteLimits.PLAIN)
                .insertBefore(draft, w -> w.atom("y"))
                .remove(draft);
        assertEquals("a STORE 1 FLAGS (x)\r\n", text(first));
        assertEquals("a STORE 1 FLAGS ()\r\n", text(all));
        assertEquals("a STORE 1 FLAGS (\\Draft)\r\n", text(around));
        assertEquals("a STORE 1 FLAGS (\\Seen y x)\r\n", text(instead));
    }

    @ParameterizedTest
    @CsvSource({
        "(x), x, n, '', (n)",
        "(x y), x, n, '', (n y)",
        "(a x), x, n, '', (a n)",
        "(x), x, '', m, (m)",
        "(x y), x, '', m, (m y)",
        "(a x), x, '', m, (a m)",
        "(a x y), x, '', m, (a m y)",
        "(x), x, n, m, (n m)",
        "(x y), x, n, m, (n m y)",
        "(a x), x, n, m, (a n m)",
        "(a x), 'a x', n, '', (n n)",
        "(a x), 'a x', '', m, (m m)",
        "(BODY[]<0.5> UID), <0.5>, '', m, (BODY[] m UID)",
    })
    void shouldKeepOneSpaceBetweenWhatIsPutBesideARemovedToken(
            String items, String removed, String before, String behind, String expected) {
        Message message = command("a FETCH 1 " + items + "\r\n");
        Rewrite rewrite = message.rewrite(WriteLimits.PLAIN);
        for (Token each : ((TokenList) token(message, 3)).items()) {
            if (List.of(removed.split(" ")).contains(each.octets().latin1())) {
                rewrite.remove(each);
                Optional.of(before)
                        .filter(b -> !b.isEmpty())
                        .ifPresent(b -> rewrite.insertBefore(each, w -> w.atom(b)));
                Optional.of(behind).filter(b -> !b.isEmpty()).ifPresent(b -> rewrite.insertAfter(each, w -> w.atom(b)));
            }
        }
        assertEquals("a FETCH 1 " + expected + "\r\n", text(rewrite));
    }

    @Test
    void shouldSeparateByOneSpaceWhateverIsDoneToTheTokensOfAList() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            List<String> items = IntStream.rangeClosed(1, random.nextInt(5))
                    .mapToObj(i -> "i" + i)
                    .toList();
            Message message = command("a FETCH 1 (" + String.join(" ", items) + ") x\r\n");
            TokenList list = (TokenList) token(message, 3);
            Rewrite rewrite = message.rewrite(WriteLimits.PLAIN);
            List<String> expected = new ArrayList<>();
            for (Token item : list.items()) {
                change(rewrite, item, random.nextInt(16), expected);
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                rewrite.append(list, w -> w.atom("z"));
                expected.add("z");
            }
            assertEquals("a FETCH 1 (" + String.join(" ", expected) + ") x\r\n", text(rewrite), items::toString);
        }
    }

    /** Of the change's bits: put something before it, put something behind it, and what becomes of itself. */
    private static void change(Rewrite rewrite, Token item, int change, List<String> expected) {
        if ((change & 1) != 0) {
            rewrite.insertBefore(item, w -> w.atom("n"));
            expected.add("n");
        }
        switch (change >> 2) {
            case 0, 1 -> rewrite.remove(item);
            case 2 -> {
                rewrite.replace(item, w -> w.atom("r"));
                expected.add("r");
            }
            default -> expected.add(item.octets().latin1());
        }
        if ((change & 2) != 0) {
            rewrite.insertAfter(item, w -> w.atom("m"));
            expected.add("m");
        }
    }

    @Test
    void shouldAppendWithoutASpaceWhenNothingElseIsLeft() {
        Message message = command("a STORE 1 FLAGS (\\Seen {2}\r\nx( y)\r\n");
        TokenList list = (TokenList) token(message, 4);
        Rewrite rewrite = message.rewrite(WriteLimits.PLAIN);
        rewrite.append(list, w -> w.atom("z")).append(list, w -> w.streamed(9, false));
        list.items().forEach(rewrite::remove);
        Message changed = rewrite.message();
        assertEquals("a STORE 1 FLAGS (z {9}\r\n)\r\n", changed.octets().latin1());
        assertEquals(List.of(changed.octets().latin1().indexOf(")")), changed.streamed());
        Rewrite some = message.rewrite(WriteLimits.PLAIN).append(list, w -> w.streamed(9, false));
        some.remove(list.items().get(0)).remove(list.items().get(2));
        assertEquals("a STORE 1 FLAGS ({2}\r\nx( {9}\r\n)\r\n", text(some));
    }

    @Test
    void shouldInsertWithSpaces() {
        Message message = command("a STORE 1 FLAGS () (x)\r\n");
        Rewrite rewrite = message.rewrite(WriteLimits.PLAIN)
                .insertAfter(
                        token(message, 2),
                        w -> w.open().atom("UNCHANGEDSINCE").number(5).close())
                .append((TokenList) token(message, 4), w -> w.atom("\\Seen"))
                .append((TokenList) token(message, 5), w -> w.atom("y"))
                .insertBefore(token(message, 5), w -> w.nil());
        assertEquals("a STORE 1 (UNCHANGEDSINCE 5) FLAGS (\\Seen) NIL (x y)\r\n", text(rewrite));
    }

    @Test
    void shouldRefuseTwoChangesOfOneTokenAndForeignTokens() {
        Message message = command("a NOOP x\r\n");
        Token foreign = token(command("a NOOP yy\r\n"), 2);
        Rewrite twice = message.rewrite(WriteLimits.PLAIN)
                .replace(token(message, 2), w -> w.atom("b"))
                .remove(token(message, 2));
        assertThrows(IllegalArgumentException.class, twice::message);
        Rewrite rewrite = message.rewrite(WriteLimits.PLAIN);
        assertThrows(IllegalArgumentException.class, () -> rewrite.remove(foreign));
    }

    @Test
    void shouldShowAPartWhenALiteralStreams() {
        Octets octets = Octets.of("a APPEND INBOX (\\Seen) {1000}\r\n");
        Message part = Message.of(Message.Kind.COMMAND, octets, Reading.TOLERANT, List.of(octets.length()), false);
        Token.Literal literal = (Token.Literal) token(part, 4);
        assertTrue(literal.streamed());
        assertEquals(1000, literal.length());
        assertTrue(literal.string().isEmpty());
        assertEquals(List.of(octets.length()), part.cuts());
        Message changed = part.rewrite(WriteLimits.LITERAL_PLUS)
                .replace(token(part, 2), w -> w.astring("Sent Items"))
                .announce(literal, 1000, false)
                .message();
        assertEquals(
                "a APPEND \"Sent Items\" (\\Seen) {1000+}\r\n", changed.octets().latin1());
        assertEquals(List.of(changed.octets().length()), changed.streamed());
        assertFalse(changed.complete());
        assertThrows(IllegalArgumentException.class, () -> part.rewrite(WriteLimits.PLAIN)
                .remove(literal));
    }

    @Test
    void shouldLeaveListsOpenAndCutTokensOutWhenMoreIsToCome() {
        for (String end : List.of("{5}\r\n", "\"cut", "cu", "{5}\r", "{5}\r\nab", "{5", "~{", "\"\\", "\"\u00e9")) {
            byte[] cut = ("* 1 FETCH (UID 4 BODY[] " + end).getBytes(StandardCharsets.ISO_8859_1);
            Octets octets = Octets.owning(cut);
            Message part = Message.of(Message.Kind.RESPONSE, octets, Reading.TOLERANT, List.of(), false);
            TokenList list = (TokenList) token(part, 3);
            assertFalse(list.closed());
            assertEquals(end.endsWith("\n") ? 5 : 4, list.items().size(), end);
            assertEquals(List.of(), part.tokens().deviations(), end);
            assertThrows(IllegalArgumentException.class, () -> part.rewrite(WriteLimits.PLAIN)
                    .append(list, TokenWriter::nil));
        }
    }

    @Test
    void shouldFindNoFaultWithWhatIsStillToCome() {
        for (String cut : List.of("+", "* OK [ALERT]", "* OK [UIDNEXT 5", "* NO [BADCHARSET ({5}\r\n", "* OK [X {")) {
            for (Reading reading : List.of(Reading.TOLERANT, Reading.STRICT)) {
                Message part = Message.of(Message.Kind.RESPONSE, Octets.of(cut), reading, List.of(), false);
                assertTrue(part.tokens().value().isPresent(), cut);
                assertEquals(List.of(), part.tokens().deviations(), cut);
            }
        }
    }

    @Test
    void shouldKnowWhatFollowsAStreamedLiteral() {
        Octets octets = Octets.of("* 1 FETCH (BODY[] {70000}\r\n UID 4)\r\n");
        int gap = octets.latin1().indexOf(" UID");
        Message message = Message.of(Message.Kind.RESPONSE, octets, Reading.STRICT, List.of(gap), true);
        TokenList list = (TokenList) token(message, 3);
        assertEquals(5, list.items().size());
        Message changed = message.rewrite(WriteLimits.PLAIN)
                .replace(list.items().get(4), w -> w.number(12345))
                .replace(token(message, 1), w -> w.number(11))
                .message();
        assertEquals(
                "* 11 FETCH (BODY[] {70000}\r\n UID 12345)\r\n",
                changed.octets().latin1());
        assertEquals(List.of(gap + 1), changed.streamed());
    }

    @Test
    void shouldPickTheFirstFormThatFitsAndIsTaken() {
        assertEquals("joe", written(WriteLimits.PLAIN, "joe"));
        assertEquals("\"joe blow\"", written(WriteLimits.PLAIN, "joe blow"));
        assertEquals("\"\"", written(WriteLimits.PLAIN, ""));
        assertEquals("\"nil\"", written(WriteLimits.PLAIN, "nil"));
        assertEquals("\"a\\\"b\\\\c\"", written(WriteLimits.PLAIN, "a\"b\\c"));
        assertEquals("{3}\r\na\r\n", written(WriteLimits.PLAIN, "a\r\n"));
        assertEquals("{3+}\r\na\r\n", written(WriteLimits.LITERAL_MINUS, "a\r\n"));
        assertEquals("{2}\r\nü", written(WriteLimits.PLAIN, "ü"));
        assertEquals("\"ü\"", written(WriteLimits.PLAIN.withUtf8(true), "ü"));
        assertTrue(written(WriteLimits.LITERAL_MINUS, "x".repeat(5000)).startsWith("{5000}\r\n"));
        assertTrue(written(WriteLimits.LITERAL_PLUS, "x".repeat(5000)).startsWith("{5000+}\r\n"));
        assertThrows(IllegalArgumentException.class, () -> written(WriteLimits.PLAIN, "a\0b"));
    }

    private static String written(WriteLimits limits, String value) {
        TokenWriter writer = TokenWriter.command(limits).astring(Octets.of(value));
        return new String(
                writer.line().octets().toByteArray(),
                value.contains("ü")
                        ? java.nio.charset.StandardCharsets.UTF_8
                        : java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void shouldSayWhereSynchronisingLiteralsCutTheOutput() {
        Message message = TokenWriter.command(WriteLimits.LITERAL_MINUS)
                .atom("a")
                .atom("LOGIN")
                .literal(Octets.of("x\r\ny"))
                .astring(Octets.of("z".repeat(4097)))
                .message(Reading.STRICT);
        int cut = message.octets().latin1().indexOf("zzz");
        assertEquals(List.of(cut), message.cuts());
        assertTrue(Message.response(Octets.of("* 1 FETCH (BODY[] {1}\r\nx)\r\n"), Reading.STRICT)
                .cuts()
                .isEmpty());
    }

    @Test
    void shouldPrintNoOctets() {
        Message message = command("a LOGIN fred hunter2 (x) {3}\r\nabc \"q\" NIL\r\n");
        TokenTree tree = message.tokens().value().orElseThrow();
        String printed = message + " " + tree + " " + message.octets() + " " + Walk.all(tree);
        assertFalse(printed.contains("fred") || printed.contains("hunter2") || printed.contains("abc"), printed);
    }

    @Test
    void shouldParseOnceAndKeepViews() {
        Message message = command("a NOOP\r\n");
        int[] reads = new int[1];
        View<String> view = any -> {
            reads[0]++;
            return new Parsed.Valid<>("x", List.of());
        };
        assertSame(message.tokens(), message.tokens());
        assertSame(message.view(view), message.view(view));
        assertEquals(1, reads[0]);
    }
}
