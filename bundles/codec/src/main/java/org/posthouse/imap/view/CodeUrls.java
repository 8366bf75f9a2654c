package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/** URLs in response codes, which stand there without quotes (RFC 2193, RFC 2221, RFC 4469). */
final class CodeUrls {

    private static final String NOT_IN_A_URL = "\"\\{}<>^`|";

    private CodeUrls() {}

    /**
     * Visible ASCII, parentheses in pairs, brackets in pairs as those of an address are: what can stand in a code and come
     * back from it.
     */
    static Octets checked(Octets url) {
        if (!isOne(url)) {
            throw new IllegalArgumentException("no URL that a response code can hold");
        }
        return url;
    }

    static boolean isOne(Octets url) {
        int lists = 0;
        boolean address = false;
        for (int i = 0; i < url.length(); i++) {
            int octet = url.at(i);
            lists += octet == '(' ? 1 : octet == ')' ? -1 : 0;
            boolean bracket = octet == '[' || octet == ']';
            boolean misplaced = address ? "([)".indexOf(octet) >= 0 : octet == ']' || lists < 0;
            if (octet <= ' ' || octet > '~' || NOT_IN_A_URL.indexOf(octet) >= 0 || misplaced) {
                return false;
            }
            address = address != bracket;
        }
        return !url.isEmpty() && !address && lists == 0;
    }

    /** All that is left, as URLs with one space between them; empty if it isn't that. */
    static Optional<List<Octets>> read(Args code) {
        // Parentheses are characters of a URL, but lists to who takes tokens.
        StringBuilder text = new StringBuilder();
        int end = code.position();
        for (Token token : code.ahead()) {
            text.append(token.start() > end ? " " : "").append(token.octets().latin1());
            end = token.end();
        }
        List<Octets> urls =
                Stream.of(text.toString().split(" ", -1)).map(Octets::of).toList();
        return urls.stream().allMatch(CodeUrls::isOne) ? Optional.of(urls) : Optional.empty();
    }
}
