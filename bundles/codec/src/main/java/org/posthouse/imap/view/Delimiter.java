package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;

/** One quoted character, or NIL. */
final class Delimiter {

    private Delimiter() {}

    static Optional<String> read(Args args) {
        if (args.atNil()) {
            args.skip("delimiter");
            return Optional.empty();
        }
        boolean quoted = args.peek("delimiter") instanceof Token.Quoted;
        String text = args.said("delimiter").map(Octets::text).orElse("");
        if (!quoted || !isOne(text)) {
            args.note(Defect.ODD_ARGUMENT);
        }
        args.skip("delimiter");
        return Optional.of(text).filter(Delimiter::isOne);
    }

    private static boolean isOne(String text) {
        return text.codePointCount(0, text.length()) == 1 && "\r\n\0".indexOf(text.charAt(0)) < 0;
    }

    static void checked(Optional<String> delimiter) {
        if (delimiter.filter(text -> !isOne(text)).isPresent()) {
            throw new IllegalArgumentException("a delimiter is one character");
        }
    }

    static void write(Optional<String> delimiter, TokenWriter to) {
        delimiter.ifPresentOrElse(text -> to.string(Octets.of(text)), to::nil);
    }
}
