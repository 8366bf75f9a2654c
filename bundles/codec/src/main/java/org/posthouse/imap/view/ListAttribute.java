package org.posthouse.imap.view;

import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/** An attribute of a mailbox in LIST, or a special use of it: {@code \HasChildren}, {@code \Drafts}; an open set. */
public final class ListAttribute extends Word {

    public static final ListAttribute NOSELECT = of("\\Noselect");
    public static final ListAttribute NONEXISTENT = of("\\NonExistent");
    public static final ListAttribute NOINFERIORS = of("\\Noinferiors");
    public static final ListAttribute HASCHILDREN = of("\\HasChildren");
    public static final ListAttribute HASNOCHILDREN = of("\\HasNoChildren");
    public static final ListAttribute MARKED = of("\\Marked");
    public static final ListAttribute UNMARKED = of("\\Unmarked");
    public static final ListAttribute SUBSCRIBED = of("\\Subscribed");
    public static final ListAttribute REMOTE = of("\\Remote");
    /** Without the right to know of it (RFC 5465 §5.9). */
    public static final ListAttribute NOACCESS = of("\\NoAccess");

    public static final ListAttribute ALL = of("\\All");
    public static final ListAttribute ARCHIVE = of("\\Archive");
    public static final ListAttribute DRAFTS = of("\\Drafts");
    public static final ListAttribute FLAGGED = of("\\Flagged");
    public static final ListAttribute IMPORTANT = of("\\Important");
    public static final ListAttribute JUNK = of("\\Junk");
    public static final ListAttribute SENT = of("\\Sent");
    public static final ListAttribute TRASH = of("\\Trash");
    /** XLIST of Gmail. */
    public static final ListAttribute INBOX = of("\\Inbox");

    private ListAttribute(String spelling) {
        super(spelling);
    }

    /**
     * @throws IllegalArgumentException if the text isn't a backslash and an atom
     */
    public static ListAttribute of(String text) {
        atom(text.startsWith("\\") ? text.substring(1) : "", "list attribute");
        return new ListAttribute(text);
    }

    static ListAttribute read(Args args) {
        Octets word = args.peek("attribute") instanceof Token.Atom atom ? atom.octets() : Octets.EMPTY;
        String text = word.latin1();
        boolean valid = text.startsWith("\\") && isAtom(text.substring(1));
        if (!valid && !isOddWord(word)) {
            throw args.fault("no attribute");
        }
        if (!valid) {
            args.note(Defect.ODD_FLAG);
        }
        args.skip("attribute");
        return new ListAttribute(text);
    }
}
