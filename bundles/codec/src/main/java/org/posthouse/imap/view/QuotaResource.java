package org.posthouse.imap.view;

/** What a quota counts (RFC 9208 §5); an open set. */
public final class QuotaResource extends Word {

    public static final QuotaResource STORAGE = of("STORAGE");
    public static final QuotaResource MESSAGE = of("MESSAGE");
    public static final QuotaResource MAILBOX = of("MAILBOX");
    public static final QuotaResource ANNOTATION_STORAGE = of("ANNOTATION-STORAGE");

    private QuotaResource(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static QuotaResource of(String text) {
        return new QuotaResource(atom(text, "quota resource"));
    }
}
