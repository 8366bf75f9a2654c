package org.posthouse.imap.view;

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
        String text = list.peek("object id").octets().latin1();
        if (!isOne(text)) {
            throw list.fault("no object id");
        }
        list.next("object id");
        list.end();
        return new ObjectId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
