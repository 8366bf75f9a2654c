package org.posthouse.imap.wire;

/**
 * Where in a command's arguments the framer stands, octet by octet and across literals: argument, list depth, quotes.
 *
 * <p>Also whether the arguments are still well-formed. A server that meets a stray quote or brace gives up on the line
 * and runs what we took for a literal, so behind such an octet no literal is admitted any more (R1a).
 */
final class ArgumentTrack {

    private StringPlaces places = StringPlaces.none();
    private boolean anywhere;
    private int argument;
    private int depth;
    private boolean section;
    private boolean quoted;
    private boolean escaped;
    private boolean broken;
    private boolean closed;
    private byte previous;
    private byte beforePrevious;
    private long word;
    private long lastWord;

    /** The next octet is the first behind the command's name. */
    void begin(StringPlaces stringPlaces, boolean stringsAnywhere) {
        places = stringPlaces;
        anywhere = stringsAnywhere;
        argument = -1;
        depth = 0;
        section = false;
        quoted = false;
        escaped = false;
        broken = false;
        closed = false;
        previous = 0;
        beforePrevious = 0;
        word = 0;
        lastWord = 0;
    }

    /** A literal ended: what comes next must separate or close. */
    void literal() {
        closed = true;
        previous = 0;
    }

    /** The arguments are malformed from here on. */
    void spoil() {
        broken = true;
    }

    /** Whether a quoted string is open. */
    boolean quoted() {
        return quoted;
    }

    /** Whether the {@code ~} of a literal8 came last. */
    boolean tilde() {
        return previous == '~';
    }

    /** Whether a brace that comes next may open a literal. */
    boolean admits() {
        boolean literal8 = tilde();
        byte separator = literal8 ? beforePrevious : previous;
        if (quoted || broken || separator != ' ' && separator != '(') {
            return false;
        }
        return anywhere
                || places.admit(argument, depth, literal8)
                || depth > 0 && places.admitBehind(lastWord, argument, literal8);
    }

    /** Takes the next octet but LF. */
    void step(byte octet) {
        if (quoted) {
            inQuotes(octet);
        } else if (octet > ')' && octet < '[' || octet > ']' && octet < '{') {
            plain(octet);
        } else {
            special(octet);
        }
        beforePrevious = previous;
        previous = octet;
    }

    private void inQuotes(byte octet) {
        if (escaped) {
            escaped = false;
            broken |= octet != '"' && octet != '\\';
        } else if (octet == '"') {
            quoted = false;
            closed = true;
        } else {
            escaped = octet == '\\';
        }
    }

    private void plain(byte octet) {
        broken |= closed;
        if (depth == 0) {
            word = StringPlaces.word(word, octet);
        }
    }

    private void special(byte octet) {
        switch (octet) {
            case ' ' -> space();
            case '"' -> quote();
            case '(' -> open();
            case ')' -> close();
            case '[' -> openSection();
            case ']' -> closeSection();
            case '\r' -> closed = false;
            default -> other(octet);
        }
    }

    private void space() {
        closed = false;
        if (depth == 0) {
            argument++;
            lastWord = word;
            word = 0;
        }
    }

    private void quote() {
        broken |= closed || !separated();
        quoted = true;
    }

    private void open() {
        broken |= closed || !separated();
        depth++;
    }

    private void close() {
        closed = true;
        depth--;
        if (depth < 0) {
            broken = true;
            depth = 0;
        }
    }

    private boolean separated() {
        return previous == ' ' || previous == '(';
    }

    /** Brackets count only as in {@code BODY[}; elsewhere they are octets of an atom. */
    private void openSection() {
        if (!places.countsBrackets()) {
            plain((byte) '[');
        } else {
            broken |= section || separated();
            section = true;
            depth++;
        }
    }

    private void closeSection() {
        if (section) {
            section = false;
            closed = false;
            close();
            closed = false;
        } else {
            plain((byte) ']');
        }
    }

    /** Controls, 8-bit octets, DEL and a brace end no atom, so they spoil it; the rest is as good as a letter. */
    private void other(byte octet) {
        if (octet < ' ' || octet == 0x7F) {
            broken = true;
        } else if (octet != '{') {
            plain(octet);
        }
    }
}
