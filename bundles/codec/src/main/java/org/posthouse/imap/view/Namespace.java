package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * Where mailboxes of some kind are.
 *
 * @param prefix what their names begin with, on the wire's encoding
 * @param delimiter between the levels; empty: there are none
 * @param extensions a name and its values, each
 */
public record Namespace(Octets prefix, Optional<String> delimiter, List<Extension> extensions) {

    /** {@code "X-PARAM" ("FLAG1" "FLAG2")}. */
    public record Extension(Octets name, List<Octets> values) {
        public Extension {
            Strings.checked(name);
            values = List.copyOf(values);
            values.forEach(Strings::checked);
        }

        private static Extension read(Args list) {
            return new Extension(list.string("extension"), list.list("values").some(values -> values.string("value")));
        }
    }

    public Namespace {
        Strings.checked(prefix);
        Delimiter.checked(delimiter);
        extensions = List.copyOf(extensions);
    }

    static Namespace read(Args args) {
        Args list = args.chained("namespace");
        return new Namespace(list.string("prefix"), Delimiter.read(list), list.all(Extension::read));
    }

    void write(TokenWriter to) {
        to.open().string(prefix);
        Delimiter.write(delimiter, to);
        extensions.forEach(extension -> {
            to.string(extension.name()).open();
            extension.values().forEach(to::string);
            to.close();
        });
        to.close();
    }
}
