package org.posthouse.proxy.session;

/** Others' texts as parts of a line of the log: they can't end it, nor look like another part of it. */
final class LogText {

    private static final int LONGEST = 256;
    private static final String NAME_MARKS = "!#$%&*+-./:;?@[]^_`{|}~";
    private static final String SENTENCE_MARKS = NAME_MARKS + " ,'=";
    private static final boolean[] NAME = plain(NAME_MARKS);
    private static final boolean[] SENTENCE = plain(SENTENCE_MARKS);

    private LogText() {}

    /** A name: letters, digits, and marks that separate nothing; everything else as its number, {@code \x3e}. */
    static String name(String text) {
        return isPlain(text, NAME) ? text : escaped(text, NAME_MARKS);
    }

    /** A sentence that stands in quotes. Round brackets are Dovecot's, and what stands in them gets addresses banned. */
    static String sentence(String text) {
        return isPlain(text, SENTENCE) ? text : escaped(text.replace('(', '[').replace(')', ']'), SENTENCE_MARKS);
    }

    private static boolean[] plain(String marks) {
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
        }
        return plain;
    }

    /** Nearly all are: two lines of every session go through here. */
    private static boolean isPlain(String text, boolean[] plain) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= plain.length || !plain[c]) {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static String escaped(String text, String marks) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST
                ? out.append("...").toString()
                : out.toString();
    }
}
