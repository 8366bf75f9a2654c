package org.posthouse.imap.view;

import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/**
 * The identity of a mailbox, message or thread (RFC 8474).
 *
 * @param text 1 to 255 letters, digits, {@code -} and {@code _}; case counts
 */
public record ObjectId(String text) {

    public ObjectId {
        if (!isOne(text)) {
            throw new IllegalArgumentException("no object id");
        }
    }

    private static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= 255
                && text.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    /** {@code (M6d99ac3275bb4e)}. */
    static ObjectId listed(Args args) {
        Args list = args.list("object id");
        ObjectId id = read(list);
        list.end();
        return id;
    }

    /** Without quotes, as the grammar has it; in quotes it is a deviation. */
    static ObjectId read(Args args) {
        Token token = args.peek("object id");
        String text = token.string().map(Octets::latin1).orElse("");
        if (!isOne(text)) {
            throw args.fault("no object id");
        }
        if (!(token instanceof Token.Atom)) {
            args.note(Defect.ODD_ARGUMENT);
        }
        args.skip("object id");
        return new ObjectId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
