package org.posthouse.parse;

import java.util.regex.Pattern;

/** What an input often is instead of octets as they went over the wire, in the order of looking, and what helps then. */
enum Hint {
    ENCRYPTED("^[\\x14-\\x17]\\x03", "this is TLS, still encrypted: record where it is plain"),
    CAPTURE(
            "^(\\xd4\\xc3\\xb2\\xa1|\\xa1\\xb2\\xc3\\xd4|\\n\\r\\r\\n)",
            "this is a capture of packets: save one direction of the TCP stream as raw octets (in Wireshark: Follow)"),
    UTF_16(
            "^(\\xff\\xfe|\\xfe\\xff|\\x00[ -~]\\x00|[ -~]\\x00[ -~]\\x00)",
            "this is UTF-16: iconv -f UTF-16 -t UTF-8 makes octets of it"),
    BYTE_ORDER_MARK("^\\xef\\xbb\\xbf", "the file begins with a byte order mark: tail -c +4 takes it away"),
    TOOL(
            "^(CONNECTED\\(|depth=|verify |---\\r?\\n|\\*\\s+Trying |\\*\\s+Connected to )",
            "lines of openssl or curl themselves aren't IMAP: leave them away, and the other side's too"),
    TIME(
            "^\\W?(\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d:\\d\\d|\\d{9,10}\\.\\d{3}|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                    + " [ \\d]\\d \\d\\d:)",
            "what stands before each line (a time) didn't go over the wire: take it away, as with cut -d' ' -f2- (or -f3-)"),
    PREFIX(
            "^(\\[?(?i:C|S|client|server|in|out)\\]?[:>] ?|[<>]{1,3} ?|<-+ ?|-+> ?)[^ ]",
            "what stands before each line didn't go over the wire, and one direction is read at a time: as with"
                    + " sed -n 's/^S: //p' | posthouse parse --from server"),
    SERVER(
            "^([*+][ \\r\\n]|[^ *+]\\S* (OK|NO|BAD)[ \\r\\n])",
            "this is what a server says: --from server, or --from greeting from its first line on"),
    CLIENT("^(?!)", "this is what a client says: --from client, and one direction at a time"),
    BLANK(
            "^[ \\t]+\\S",
            "blanks before the line: sed 's/^[[:blank:]]*//' takes them away; behind a literal, its length may be wrong"),
    EMPTY("^[ \\t]*\\r?\\n", "an empty line is no message; behind a literal its length may be wrong"),
    TAB("^[^\\r\\n\"]*\\t", "a tab stands where IMAP has one space: tr '\\t' ' ' makes spaces of all of them"),
    CARRIAGE_RETURNS(
            "(?s)^.*?\\{\\d+\\+?\\}\\n",
            "lines end in LF alone, lengths of literals count CRLF: sed 's/\\r*$/\\r/' makes CRLF of them");

    private final Pattern beginning;
    private final String text;

    Hint(String beginning, String text) {
        this.beginning = Pattern.compile(beginning);
        this.text = text;
    }

    String text() {
        return text;
    }

    /** By the input's next octets, one character each. */
    boolean fits(String octets) {
        return beginning.matcher(octets).find();
    }

    /** Words of a client's line that are none of its command's. */
    boolean foreign() {
        return this == TOOL || this == TIME || this == PREFIX || this == SERVER;
    }
}
