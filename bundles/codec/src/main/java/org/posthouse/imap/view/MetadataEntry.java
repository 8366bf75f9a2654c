package org.posthouse.imap.view;

import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * An annotation of a mailbox or server (RFC 5464).
 *
 * @param name such as {@code /private/comment}
 * @param content {@link Content.Missing} to remove it, or where there is none
 */
public record MetadataEntry(Octets name, Content content) {

    public MetadataEntry {
        Strings.checked(name);
    }

    static MetadataEntry read(Args list) {
        return new MetadataEntry(list.astring("entry"), Content.read(list));
    }

    void write(TokenWriter to) {
        content.write(to.astring(name), false);
    }
}
