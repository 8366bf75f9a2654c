package org.posthouse.imap.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server direction once more, after the words of R1 and R2, on a whole string and slowly: a second opinion. */
final class NaiveResponses {

    private static final Pattern TEXT = Pattern.compile(
            "\\+|[^\\x00- ]*[ \\t\\x0B\\f]+(?:OK|NO|BAD|BYE|PREAUTH)(?=[\\x00- ]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE =
            Pattern.compile("[ \\t\\x0B\\f]*\\[(?:(BADCHARSET) +\\(|NEWNAME[\\x00- ])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNOUNCEMENT = Pattern.compile("\\{(\\d+)\\+?\\}\\r?\\n$");

    private NaiveResponses() {}

    /** The octets of each frame. */
    static List<String> frames(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        List<String> frames = new ArrayList<>();
        String said = "";
        int at = 0;
        while (at < text.length()) {
            int lf = text.indexOf('\n', at);
            if (lf < 0) {
                frames.add(text.substring(at));
                return frames;
            }
            String line = text.substring(at, lf + 1);
            frames.add(line);
            at = lf + 1;
            said += line;
            Matcher announcement = ANNOUNCEMENT.matcher(line);
            if (!announcement.find() || tooLarge(announcement.group(1)) || !admits(said)) {
                said = "";
                continue;
            }
            long end = Math.min(text.length(), at + Math.min(Integer.MAX_VALUE, Long.parseLong(announcement.group(1))));
            if (end > at) {
                frames.add(text.substring(at, (int) end));
            }
            at = (int) end;
        }
        return frames;
    }

    private static boolean tooLarge(String digits) {
        return new java.math.BigInteger(digits).bitLength() > 63;
    }

    /** @param said the lines of the message so far, without its literals */
    private static boolean admits(String said) {
        Matcher text = TEXT.matcher(said);
        if (!text.lookingAt()) {
            return true;
        }
        Matcher code = CODE.matcher(said).region(text.end(), said.length());
        if (!code.lookingAt()) {
            return false;
        }
        String rest = said.substring(code.end()).replaceAll("\"(?:[^\"\\\\]|\\\\(?s:.))*\"", "");
        return rest.indexOf(code.group(1) == null ? ']' : ')') < 0 && rest.indexOf('"') < 0;
    }
}
