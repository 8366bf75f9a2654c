package org.posthouse.imap.view;

/** How THREAD puts messages together (RFC 5256 §3); an open set. */
public final class ThreadAlgorithm extends Word {

    public static final ThreadAlgorithm ORDEREDSUBJECT = of("ORDEREDSUBJECT");
    public static final ThreadAlgorithm REFERENCES = of("REFERENCES");
    /** By the identities in the headers alone (a draft). */
    public static final ThreadAlgorithm REFS = of("REFS");

    private ThreadAlgorithm(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom
     */
    public static ThreadAlgorithm of(String text) {
        return new ThreadAlgorithm(atom(text, "algorithm"));
    }

    static ThreadAlgorithm read(Args args) {
        return of(args.atom("algorithm"));
    }
}
