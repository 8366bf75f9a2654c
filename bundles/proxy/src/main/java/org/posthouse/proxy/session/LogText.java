package org.posthouse.proxy.session;

/** Others' texts as parts of a line of the log: they can't end it, nor look like another part of it. */
final class LogText {

    private static final int LONGEST = 256;
    private static final String NAME_MARKS = "!#$%&*+-./:;?@[]^_`{|}~";
    private static final String SENTENCE_MARKS = NAME_MARKS + " ,'()=";

    private LogText() {}

    /** A name: letters, digits, and marks that separate nothing; everything else as its number, {@code \x3e}. */
    static String name(String text) {
        return escaped(text, NAME_MARKS);
    }

    /** A sentence that stands in quotes. */
    static String sentence(String text) {
        return escaped(text, SENTENCE_MARKS);
    }

    private static String escaped(String text, String marks) {
        return plain(text, marks) ? text : escapes(text, marks);
    }

    /** Nearly all are: two lines of every session go through here. */
    private static boolean plain(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!word && marks.indexOf(c) < 0) {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static String escapes(String text, String marks) {
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
