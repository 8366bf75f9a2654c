package org.posthouse.imap.view;

/** In which form URLFETCH gives what a URL names (RFC 5524 §3.1); an open set. */
public final class UrlFetchItem extends Word {

    /** As it is in the message. */
    public static final UrlFetchItem BODY = of("BODY");
    /** Decoded. */
    public static final UrlFetchItem BINARY = of("BINARY");

    public static final UrlFetchItem BODYPARTSTRUCTURE = of("BODYPARTSTRUCTURE");

    private UrlFetchItem(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static UrlFetchItem of(String text) {
        return new UrlFetchItem(atom(text, "item"));
    }

    static UrlFetchItem read(Args args) {
        return of(args.atom("item"));
    }
}
