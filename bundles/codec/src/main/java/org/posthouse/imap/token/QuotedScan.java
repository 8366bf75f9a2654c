package org.posthouse.imap.token;

/** Quoted strings. */
final class QuotedScan {

    private final Message source;
    private final Octets octets;
    private final TokenSink sink;
    private boolean escaped;

    QuotedScan(Message source, TokenSink sink) {
        this.source = source;
        this.sink = sink;
        octets = source.octets();
    }

    /** Behind the string that begins here; 0 if its end isn't here: a failure, unless more of the message may come. */
    int end(int from) {
        escaped = false;
        boolean ascii = true;
        int at = from + 1;
        byte[] array = octets.array();
        int base = octets.from();
        int length = octets.length();
        while (true) {
            at = PlainRun.end(array, base + at, base + length) - base;
            if (at >= length) {
                break;
            }
            byte octet = array[base + at];
            if (octet == '"' || octet == '\n') {
                break;
            }
            if (octet == '\\') {
                escaped = true;
                at += escape(at);
            } else if (octet == 0 || octet == '\r') {
                sink.note(octet == 0 ? Defect.NUL : Defect.BARE_CR, at);
            }
            ascii &= octet >= 0;
            at++;
        }
        if (at >= octets.length() || octets.at(at) != '"') {
            if (source.complete() || at < octets.length()) {
                sink.fail(from, "a quoted string without its end");
            } else {
                sink.withdraw();
            }
            return 0;
        }
        if (!ascii && octets.slice(from, at).utf8().isEmpty()) {
            sink.note(Defect.RAW_EIGHT_BIT, from);
        }
        return at + 1;
    }

    /** Whether the string that was scanned last has escapes. */
    boolean escaped() {
        return escaped;
    }

    /** The octet behind a backslash is part of the string whatever it is, but for the line's end. */
    private int escape(int at) {
        int next = at + 1 < octets.length() ? octets.at(at + 1) : '\n';
        if (next != '"' && next != '\\') {
            sink.note(Defect.ODD_ESCAPE, at);
        }
        return next == '\n' || next == '\r' ? 0 : 1;
    }
}
