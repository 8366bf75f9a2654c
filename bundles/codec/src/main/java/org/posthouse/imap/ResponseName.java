package org.posthouse.imap;

/**
 * The name of a server response: {@code FETCH}, {@code OK}, {@code CAPABILITY} (RFC 9051 §7). Kept in capitals; an
 * open set.
 */
public final class ResponseName {

    public static final ResponseName OK = of("OK");
    public static final ResponseName NO = of("NO");
    public static final ResponseName BAD = of("BAD");
    public static final ResponseName BYE = of("BYE");
    public static final ResponseName PREAUTH = of("PREAUTH");
    public static final ResponseName CAPABILITY = of("CAPABILITY");
    public static final ResponseName ENABLED = of("ENABLED");
    public static final ResponseName EXISTS = of("EXISTS");
    public static final ResponseName EXPUNGE = of("EXPUNGE");
    public static final ResponseName FETCH = of("FETCH");
    public static final ResponseName FLAGS = of("FLAGS");
    public static final ResponseName LIST = of("LIST");
    public static final ResponseName RECENT = of("RECENT");
    public static final ResponseName SEARCH = of("SEARCH");
    public static final ResponseName STATUS = of("STATUS");
    public static final ResponseName VANISHED = of("VANISHED");

    private final String name;

    private ResponseName(String text) {
        this.name = Atom.folded(text, "response name");
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static ResponseName of(String text) {
        return new ResponseName(text);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ResponseName that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name in capitals. */
    @Override
    public String toString() {
        return name;
    }
}
