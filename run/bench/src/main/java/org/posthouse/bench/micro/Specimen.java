package org.posthouse.bench.micro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** What servers say, as often as a benchmark's pass takes it; our writer says each in the same octets. */
public enum Specimen {
    SHORT_FETCH("short FETCH line (37 octets)", Specimen::fetchLines, 500),
    ENVELOPE_AND_BODY("ENVELOPE and BODYSTRUCTURE (495 octets)", Specimen::envelope, 1),
    LITERAL_64K("64 KiB literal", () -> literal(64 * 1024), 1),
    LITERAL_25M("25 MiB literal", () -> literal(25 * 1024 * 1024), 1),
    SEARCH_64K("64 KB SEARCH line", () -> search(64_000), 1),
    SEARCH_128K("128 KB SEARCH line", () -> search(128_000), 1),
    SEARCH_256K("256 KB SEARCH line", () -> search(256_000), 1),
    SEARCH_512K("512 KB SEARCH line", () -> search(512_000), 1),
    SEARCH_1M("1 MB SEARCH line", () -> search(1_000_000), 1),
    NESTED_10("multiparts 10 deep", () -> nested(10), 1),
    NESTED_20("multiparts 20 deep", () -> nested(20), 1),
    NESTED_40("multiparts 40 deep", () -> nested(40), 1),
    NESTED_80("multiparts 80 deep", () -> nested(80), 1);

    private static final String ADDRESS = "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\"))";
    private static final String ENVELOPE =
            "(\"Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\" \"IMAP4rev2 WG mtg summary and minutes\" " + ADDRESS + " "
                    + ADDRESS + " " + ADDRESS + " ((NIL NIL \"imap\" \"cac.washington.edu\"))"
                    + " ((NIL NIL \"minutes\" \"CNRI.Reston.VA.US\")(\"John Klensin\" NIL \"KLENSIN\" \"MIT.EDU\"))"
                    + " NIL NIL \"<B27397-0100000@cac.washington.edu>\")";
    private static final String TEXT = "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 3028 92)";

    private final String title;
    private final Supplier<byte[]> text;
    private final int messages;

    Specimen(String title, Supplier<byte[]> text, int messages) {
        this.title = title;
        this.text = text;
        this.messages = messages;
    }

    /** How many messages they are. */
    int messages() {
        return messages;
    }

    /** Made anew. */
    byte[] octets() {
        return text.get();
    }

    @Override
    public String toString() {
        return title;
    }

    private static byte[] fetchLines() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 500; number++) {
            lines.append("* ").append(100 + number).append(" FETCH (FLAGS (\\Seen) UID ");
            lines.append(1000 + number).append(")\r\n");
        }
        return ascii(lines.toString());
    }

    private static byte[] envelope() {
        return ascii("* 1 FETCH (ENVELOPE " + ENVELOPE + " BODYSTRUCTURE " + TEXT + ")\r\n");
    }

    private static byte[] literal(int length) {
        byte[] head = ascii("* 1 FETCH (UID 7 BODY[] {" + length + "}\r\n");
        byte[] tail = ascii(")\r\n");
        byte[] whole = Arrays.copyOf(head, head.length + length + tail.length);
        Arrays.fill(whole, head.length, head.length + length, (byte) 'x');
        System.arraycopy(tail, 0, whole, head.length + length, tail.length);
        return whole;
    }

    private static byte[] search(int length) {
        StringBuilder line = new StringBuilder("* SEARCH");
        for (int number = 100_000; line.length() < length - 9; number += 3) {
            line.append(' ').append(number);
        }
        return ascii(line.append("\r\n").toString());
    }

    private static byte[] nested(int depth) {
        String open = "(".repeat(depth);
        String close = (TEXT + " \"MIXED\")").repeat(depth);
        return ascii("* 1 FETCH (BODYSTRUCTURE " + open + TEXT + close + ")\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
