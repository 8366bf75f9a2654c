package org.posthouse.example.subjecttag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Rewrite;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionEvent;

/** Replaces single tokens of FETCH data: no octet but those of a subject differs from what the server sent. */
record TaggedSession(SubjectTag service, Session session) implements Interceptor {

    private static final Pattern FIELD = Pattern.compile("(?imd)^(subject[ \t]*:)(.*)");

    /** Another mailbox, another interest. */
    @Override
    public void onEvent(SessionEvent event) {
        session.interest(service.interest(session));
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        Rewrite rewrite = response.message().rewrite(session.clientTakes());
        Optional<Token> data = response.message().tokens().value().flatMap(line -> line.at(3));
        Optional<Token> tagged = data.filter(list -> response.complete() && tag(items(list), rewrite));
        return tagged.isPresent() ? ResponseVerdict.rewrite(rewrite.message()) : ResponseVerdict.pass();
    }

    private static List<Token> items(Token token) {
        return token instanceof TokenList list ? list.items() : List.of();
    }

    /** {@code RFC822.HEADER value}, {@code BODY[HEADER…] value}; behind the {@code <0>} of a partial fetch it is no header. */
    private boolean tag(List<Token> data, Rewrite rewrite) {
        boolean changed = false;
        String name = "";
        for (Token token : data) {
            boolean section = token.octets().at(0) == '[';
            if (section || token instanceof Token.Atom) {
                name = (section ? name : "") + token.octets().latin1().toUpperCase(Locale.ROOT);
            } else if (name.equals("RFC822.HEADER") || name.startsWith("BODY[HEADER")) {
                changed |= replace(token, this::tagged, rewrite);
            } else if (name.equals("ENVELOPE")
                    && items(token).size() > 1
                    && !items(token).get(1).isAtom("NIL")) {
                changed |= replace(items(token).get(1), subject -> service.tag + " " + subject, rewrite);
            }
        }
        return changed;
    }

    private boolean replace(Token value, UnaryOperator<String> edit, Rewrite rewrite) {
        String before = value.string().map(Octets::latin1).orElse("\0");
        String after = edit.apply(before);
        if (before.indexOf('\0') >= 0 || before.contains(service.tag) || after.equals(before)) {
            return false;
        }
        rewrite.replace(value, to -> to.string(Octets.owning(after.getBytes(StandardCharsets.ISO_8859_1))));
        return true;
    }

    /** Right behind the colon: what is folded or encoded there stays in one piece (RFC 5322 §2.2.3, RFC 2047 §5). */
    private String tagged(String header) {
        return FIELD.matcher(header).replaceFirst(field -> {
            String fold = field.group(2).length() > 900 ? "\r\n" : "";
            String space = field.group(2).matches("(?s)[ \t\r].*|") ? "" : " ";
            return Matcher.quoteReplacement(field.group(1) + " " + service.tag + fold + space + field.group(2));
        });
    }
}
