package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * A mailbox name as people see it, in Unicode; on the wire it is modified UTF-7 (RFC 3501 §5.1.3) or UTF-8 (RFC 9051
 * §5.1). INBOX is the same in whatever case. A name that a peer spelled in no valid way, or not in the only valid one, is
 * written as that peer spelled it, so that it names the same mailbox.
 */
public final class MailboxName {

    public static final MailboxName INBOX = of("INBOX");

    private final String name;
    private final Optional<Octets> spelling;

    private MailboxName(String name, Optional<Octets> spelling) {
        this.name = name.equalsIgnoreCase("INBOX") ? "INBOX" : name;
        this.spelling = spelling;
    }

    /**
     * @throws IllegalArgumentException if the name holds NUL or half a surrogate pair
     */
    public static MailboxName of(String name) {
        if (!admits(name)) {
            throw new IllegalArgumentException("not a mailbox name: NUL or half a surrogate pair");
        }
        return new MailboxName(name, Optional.empty());
    }

    static boolean admits(String name) {
        return name.codePoints()
                .allMatch(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /**
     * What a peer wrote; what can't be decoded is shown as well as can be. Empty only for octets with a NUL, which no
     * string can hold.
     *
     * @param utf8 whether the peer writes UTF-8, not modified UTF-7
     */
    public static Optional<MailboxName> read(Octets wire, boolean utf8) {
        if (wire.hasNul()) {
            return Optional.empty();
        }
        Optional<String> name = utf8 ? wire.utf8() : ModifiedUtf7.decode(wire.latin1());
        Optional<MailboxName> plain = name.filter(MailboxName::admits).map(MailboxName::of);
        boolean only = plain.isPresent()
                && (plain.get().wire(utf8).equals(wire) || plain.get().equals(INBOX));
        return only ? plain : Optional.of(new MailboxName(name.orElseGet(wire::text), Optional.of(wire)));
    }

    /** The name in Unicode. */
    public String name() {
        return name;
    }

    /** Whether a peer spelled it in no valid way, or not in the only valid one. */
    public boolean odd() {
        return spelling.isPresent();
    }

    /** The octets on the wire, not yet quoted. */
    public Octets wire(boolean utf8) {
        return spelling.orElseGet(() -> Octets.of(utf8 ? name : ModifiedUtf7.encode(name)));
    }

    void write(TokenWriter to) {
        to.astring(wire(to.receiver().utf8()));
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof MailboxName that && name.equals(that.name) && spelling.equals(that.spelling);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
