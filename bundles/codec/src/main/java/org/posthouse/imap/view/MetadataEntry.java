package org.posthouse.imap.view;

import org.posthouse.imap.token.Defect;
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
        return new MetadataEntry(readName(list), Content.read(list));
    }

    /** Wildcards, which the grammar keeps out of names, are a deviation, and kept. */
    static Octets readName(Args args) {
        if (!args.said("entry").filter(MetadataEntry::isName).isPresent()) {
            args.note(Defect.ODD_ARGUMENT);
        }
        return args.astring("entry");
    }

    private static boolean isName(Octets name) {
        String text = name.latin1();
        return text.indexOf('*') < 0 && text.indexOf('%') < 0;
    }

    void write(TokenWriter to) {
        content.write(to.astring(name), false);
    }
}
