package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;

/** One part of a message that is put together (RFC 4469): either a URL or a literal. */
public record CatenatePart(Optional<Octets> url, Optional<Content> text) {
    public CatenatePart {
        url.ifPresent(Strings::checked);
        text.ifPresent(AppendMessage::literal);
        if (url.isPresent() == text.isPresent()) {
            throw new IllegalArgumentException("a URL or a text");
        }
    }

    static CatenatePart read(Args list) {
        if (list.take("URL")) {
            return new CatenatePart(Optional.of(list.astring("URL")), Optional.empty());
        }
        if (!list.take("TEXT") || !(list.peek("text") instanceof Token.Literal literal)) {
            throw list.fault("no part");
        }
        list.skip("text");
        return new CatenatePart(Optional.empty(), Optional.of(Content.of(literal)));
    }

    void write(TokenWriter to) {
        url.ifPresent(address -> to.atom("URL").astring(address));
        text.ifPresent(content -> content.write(to.atom("TEXT"), true));
    }
}
