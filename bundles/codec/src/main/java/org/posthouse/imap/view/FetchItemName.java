package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** What can be fetched of a message, without section and partial: {@code FLAGS}, {@code BODY.PEEK} (RFC 9051 §6.4.5). */
public final class FetchItemName extends Word {

    public static final FetchItemName ALL = of("ALL");
    public static final FetchItemName FAST = of("FAST");
    public static final FetchItemName FULL = of("FULL");
    public static final FetchItemName BODY = of("BODY");
    public static final FetchItemName BODY_PEEK = of("BODY.PEEK");
    public static final FetchItemName BODYSTRUCTURE = of("BODYSTRUCTURE");
    public static final FetchItemName BINARY = of("BINARY");
    public static final FetchItemName BINARY_PEEK = of("BINARY.PEEK");
    public static final FetchItemName BINARY_SIZE = of("BINARY.SIZE");
    public static final FetchItemName ENVELOPE = of("ENVELOPE");
    public static final FetchItemName FLAGS = of("FLAGS");
    public static final FetchItemName INTERNALDATE = of("INTERNALDATE");
    public static final FetchItemName RFC822 = of("RFC822");
    public static final FetchItemName RFC822_HEADER = of("RFC822.HEADER");
    public static final FetchItemName RFC822_SIZE = of("RFC822.SIZE");
    public static final FetchItemName RFC822_TEXT = of("RFC822.TEXT");
    public static final FetchItemName UID = of("UID");
    public static final FetchItemName MODSEQ = of("MODSEQ");
    public static final FetchItemName EMAILID = of("EMAILID");
    public static final FetchItemName THREADID = of("THREADID");
    public static final FetchItemName PREVIEW = of("PREVIEW");
    public static final FetchItemName SAVEDATE = of("SAVEDATE");
    public static final FetchItemName X_GM_MSGID = of("X-GM-MSGID");
    public static final FetchItemName X_GM_THRID = of("X-GM-THRID");
    public static final FetchItemName X_GM_LABELS = of("X-GM-LABELS");

    private static final List<FetchItemName> NAMED = List.of(
            ALL,
            FAST,
            FULL,
            BODY,
            BODY_PEEK,
            BODYSTRUCTURE,
            BINARY,
            BINARY_PEEK,
            BINARY_SIZE,
            ENVELOPE,
            FLAGS,
            INTERNALDATE,
            RFC822,
            RFC822_HEADER,
            RFC822_SIZE,
            RFC822_TEXT,
            UID,
            MODSEQ,
            EMAILID,
            THREADID,
            PREVIEW,
            SAVEDATE,
            X_GM_MSGID,
            X_GM_THRID,
            X_GM_LABELS);

    private static final WordTable<FetchItemName> CONSTANTS = new WordTable<>(NAMED);

    private FetchItemName(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text is no atom, or holds a bracket
     */
    public static FetchItemName of(String text) {
        if (text.indexOf('[') >= 0) {
            throw new IllegalArgumentException("a section is no part of the name");
        }
        return new FetchItemName(atom(text, "fetch item"));
    }

    static Optional<FetchItemName> read(Octets word) {
        Optional<FetchItemName> constant = CONSTANTS.find(word);
        if (constant.isPresent()) {
            return constant;
        }
        String text = word.latin1();
        return isAtom(text) && text.indexOf('[') < 0 ? Optional.of(new FetchItemName(text)) : Optional.empty();
    }

    /** Whether a section must follow: BINARY and its kin, BODY.PEEK. */
    boolean needsSection() {
        return equals(BODY_PEEK) || equals(BINARY) || equals(BINARY_PEEK) || equals(BINARY_SIZE);
    }

    boolean admitsSection() {
        return equals(BODY) || needsSection();
    }

    /** Whether it names a part by numbers alone, to be decoded (RFC 3516). */
    boolean decodes() {
        return equals(BINARY) || equals(BINARY_PEEK) || equals(BINARY_SIZE);
    }

    /** Whether its data is the text of a message or of a part of it. */
    boolean isContent() {
        return equals(RFC822) || equals(RFC822_HEADER) || equals(RFC822_TEXT);
    }

    /** Whether its data is a number. */
    boolean isNumber() {
        return equals(UID) || equals(RFC822_SIZE) || equals(X_GM_MSGID) || equals(X_GM_THRID);
    }

    /** Whether its data is an identity in parentheses (RFC 8474). */
    boolean isIdentity() {
        return equals(EMAILID) || equals(THREADID);
    }

    /** Whether its data may be NIL, for a message that has none. */
    boolean maybeMissing() {
        return equals(THREADID) || equals(SAVEDATE) || equals(PREVIEW);
    }

    /** Whether it may be asked for by the specifications that are known here, or by X. */
    boolean known() {
        return NAMED.contains(this) || experimental(toString());
    }

    /** Whether it stands for several items and must stand alone. */
    public boolean macro() {
        return equals(ALL) || equals(FAST) || equals(FULL);
    }
}
