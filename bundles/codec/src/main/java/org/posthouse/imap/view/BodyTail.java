package org.posthouse.imap.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenWriter;

/**
 * The end of a body's description, of which a server may leave away as much as it likes (RFC 9051 §9 body-ext-1part).
 *
 * @param count how many of the fields are there: 0, 1 disposition, 2 languages too, 3 location too, 4 more than that
 * @param languages empty: NIL
 * @param more what the RFC hasn't defined yet
 */
public record BodyTail(
        int count,
        Optional<Disposition> disposition,
        List<Octets> languages,
        Optional<Octets> location,
        List<Opaque> more) {

    /** {@code ("attachment" ("filename" "x"))}. */
    public record Disposition(Octets type, List<BodyParameter> parameters) {
        public Disposition {
            Strings.checked(type);
            parameters = List.copyOf(parameters);
        }

        private static Disposition read(Args args) {
            Args list = args.list("disposition");
            Disposition disposition = new Disposition(list.string("disposition"), BodyParameter.list(list));
            list.end();
            return disposition;
        }
    }

    /** Nothing of it. */
    public static final BodyTail NONE = new BodyTail(0, Optional.empty(), List.of(), Optional.empty(), List.of());

    public BodyTail {
        languages = List.copyOf(languages);
        languages.forEach(Strings::checked);
        Strings.checked(location);
        more = List.copyOf(more);
        boolean fits = count >= 0
                && count <= 4
                && (count > 0 || disposition.isEmpty())
                && (count > 1 || languages.isEmpty())
                && (count > 2 || location.isEmpty())
                && count > 3 != more.isEmpty();
        if (!fits) {
            throw new IllegalArgumentException("fields beyond those that are there");
        }
    }

    static BodyTail read(Args args) {
        int count = Math.min(args.left(), 4);
        Optional<Disposition> disposition =
                count < 1 || args.takeNil() ? Optional.empty() : Optional.of(Disposition.read(args));
        List<Octets> languages = count < 2 ? List.of() : languages(args);
        Optional<Octets> location = count < 3 ? Optional.empty() : args.nstring("location");
        return new BodyTail(count, disposition, languages, location, args.all(BodyTail::extension));
    }

    private static List<Octets> languages(Args args) {
        return args.atList()
                ? args.list("languages").some(list -> list.string("language"))
                : args.nstring("language").map(List::of).orElse(List.of());
    }

    /** Strings, numbers and lists of them (body-extension). */
    private static Opaque extension(Args args) {
        Deque<Token> open = new ArrayDeque<>();
        open.push(args.peek("extension"));
        while (!open.isEmpty()) {
            Token token = open.pop();
            if (token instanceof TokenList list) {
                list.items().forEach(open::push);
            }
            boolean word = token instanceof Token.Atom && !(token instanceof Token.Nil);
            if (word && token.octets().number().isEmpty()) {
                args.note(Defect.UNQUOTED);
            }
        }
        return Opaque.of(args.next("extension"));
    }

    void write(TokenWriter to) {
        if (count > 0) {
            disposition.ifPresentOrElse(there -> write(there, to), to::nil);
        }
        if (count > 1) {
            writeLanguages(to);
        }
        if (count > 2) {
            to.nstring(location);
        }
        more.forEach(extension -> to.verbatim(extension.token()));
    }

    private static void write(Disposition disposition, TokenWriter to) {
        to.open().string(disposition.type());
        BodyParameter.write(disposition.parameters(), to);
        to.close();
    }

    private void writeLanguages(TokenWriter to) {
        if (languages.size() < 2) {
            to.nstring(languages.stream().findFirst());
            return;
        }
        to.open();
        languages.forEach(to::string);
        to.close();
    }
}
