package org.posthouse.bench.sink;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Mail messages that both ends know: lines of 64 octets that carry their own offset. Some look like responses,
 * commands or literal announcements, to catch a proxy that reads inside a literal.
 */
public final class Content {
    private static final int LINE = 64;
    private static final String[] BAITS = {"* BYE bait", "a2 OK bait", "* 1 EXPUNGE", "+ bait", "a3 NO [ALERT] bait"};
    private static final String[] ENDS = {" {7}", " {12+}", "~{3}"};

    private Content() {}

    /** A message of {@code octets}, the same at each call. */
    public static byte[] message(int octets) {
        byte[] message = new byte[octets];
        for (int at = 0; at < octets; at += LINE) {
            byte[] line = line(at).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(line, 0, message, at, Math.min(LINE, octets - at));
        }
        return message;
    }

    /** The checksum by which the sink recognises an appended message. */
    static long checksum(byte[] message) {
        CRC32C crc = new CRC32C();
        crc.update(message);
        return crc.getValue();
    }

    private static String line(int at) {
        int number = at / LINE;
        String begin = number % 16 == 7 ? BAITS[number / 16 % BAITS.length] : "line";
        String end = number % 16 == 9 ? ENDS[number / 16 % ENDS.length] : "";
        String text = begin + " " + at + " ";
        return text + ".".repeat(LINE - 2 - text.length() - end.length()) + end + "\r\n";
    }
}
