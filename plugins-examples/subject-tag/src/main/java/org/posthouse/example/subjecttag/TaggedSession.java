package org.posthouse.example.subjecttag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Rewrite;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;

/** Replaces single tokens of FETCH data: no octet but those of a subject differs from what the server sent. */
final class TaggedSession implements Interceptor {

    private static final Pattern SUBJECT = Pattern.compile("(?imd)^subject[ \t]*:(.*)");

    private final SubjectTag service;
    private final Session session;

    TaggedSession(SubjectTag service, Session session) {
        this.service = service;
        this.session = session;
    }

    /** Another mailbox, another interest. */
    @Override
    public void onEvent(SessionEvent event) {
        session.interest(service.interest(session));
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        Optional<TokenTree> tree =
                response.complete() ? response.message().tokens().value() : Optional.empty();
        Rewrite rewrite = response.message().rewrite(session.clientTakes());
        boolean changed = tree.flatMap(line -> line.at(3))
                .map(data -> tag(items(data), rewrite))
                .orElse(false);
        return changed ? ResponseVerdict.rewrite(rewrite.message()) : ResponseVerdict.pass();
    }

    private static List<Token> items(Token token) {
        return token instanceof TokenList list ? list.items() : List.of();
    }

    /** {@code ENVELOPE (date subject …)}, {@code RFC822.HEADER value}, {@code BODY[HEADER…] value}. */
    private boolean tag(List<Token> data, Rewrite rewrite) {
        boolean changed = false;
        for (int i = 1; i < data.size(); i++) {
            List<Token> list = items(data.get(i));
            if (data.get(i - 1).isAtom("ENVELOPE") && list.size() > 1) {
                changed |= replace(list.get(1), false, rewrite);
            } else if (data.get(i - 1).isAtom("RFC822.HEADER")) {
                changed |= replace(data.get(i), true, rewrite);
            } else if (data.get(i - 1).isAtom("BODY") && isHeader(list) && i + 1 < data.size()) {
                changed |= replace(data.get(i + 1), true, rewrite);
            }
        }
        return changed;
    }

    private static boolean isHeader(List<Token> section) {
        return !section.isEmpty()
                && section.get(0).octets().latin1().toUpperCase(Locale.ROOT).startsWith("HEADER");
    }

    /** NIL is an atom, and so is the {@code <0>} of a partial fetch: neither is touched. */
    private boolean replace(Token value, boolean header, Rewrite rewrite) {
        Optional<Octets> string = value instanceof Token.Atom ? Optional.empty() : value.string();
        String before = string.map(Octets::latin1).orElse("\0");
        String after = header ? taggedHeader(before) : service.tag() + " " + before;
        if (before.indexOf('\0') >= 0 || before.contains(service.tag()) || after.equals(before)) {
            return false;
        }
        rewrite.replace(value, to -> to.string(Octets.owning(after.getBytes(StandardCharsets.ISO_8859_1))));
        return true;
    }

    /** Right behind the colon: what is folded or encoded there stays in one piece (RFC 5322 §2.2.3, RFC 2047 §5). */
    private String taggedHeader(String header) {
        Matcher subject = SUBJECT.matcher(header);
        if (!subject.find()) {
            return header;
        }
        String fold = subject.group(1).length() > 900 ? "\r\n" : "";
        String space = subject.group(1).matches("[ \t\r].*|") ? "" : " ";
        return new StringBuilder(header)
                .insert(subject.start(1), " " + service.tag() + fold + space)
                .toString();
    }
}
