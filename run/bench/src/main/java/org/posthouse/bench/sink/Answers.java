package org.posthouse.bench.sink;

import java.nio.charset.StandardCharsets;

/** What the sink answers, octet for octet. */
public final class Answers {
    /** Messages in the mailbox. */
    public static final int MESSAGES = 1000;

    public static final int SMALL = 4096;
    public static final int LARGE = 1024 * 1024;

    static final String GREETING = "* OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR IDLE ID UIDPLUS] sink ready\r\n";

    private Answers() {}

    /** The untagged data of SELECT. */
    public static byte[] select() {
        return ascii("* " + MESSAGES
                + " EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)\r\n* OK [UIDVALIDITY 1] valid\r\n");
    }

    /** The untagged data of {@code UID FETCH 1:* (FLAGS)}: a short line for each message. */
    public static byte[] flags() {
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= MESSAGES; number++) {
            lines.append("* ")
                    .append(number)
                    .append(" FETCH (UID ")
                    .append(number)
                    .append(" FLAGS (\\Seen))\r\n");
        }
        return ascii(lines.toString());
    }

    /** The untagged data of {@code UID FETCH n BODY.PEEK[]}: message 1 is small, 2 is large. */
    public static byte[] body(int octets) {
        int number = octets == SMALL ? 1 : 2;
        byte[] before = ascii("* " + number + " FETCH (UID " + number + " BODY[] {" + octets + "}\r\n");
        byte[] after = ascii(")\r\n");
        byte[] all = new byte[before.length + octets + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(Content.message(octets), 0, all, before.length, octets);
        System.arraycopy(after, 0, all, before.length + octets, after.length);
        return all;
    }

    public static byte[] idling() {
        return ascii("+ idling\r\n");
    }

    public static byte[] bye() {
        return ascii("* BYE sink closes\r\n");
    }

    /** The tagged result; the user's name in it shows crossed sessions. */
    public static byte[] done(String tag, String user) {
        return ascii(tag + " OK done " + user + "\r\n");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
