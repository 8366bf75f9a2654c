package org.posthouse.imap.view;

import java.util.List;
import java.util.OptionalLong;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenWriter;

/**
 * A parameter, modifier or option of a command that no view here knows more of: {@code X-PARAM}, {@code X-PARAM (1 2)}
 * (RFC 4466).
 *
 * @param name an atom, as it was spelled; compare with {@link #is}
 * @param arguments what follows it: numbers, lists, up to the next name
 */
public record Parameter(String name, List<Opaque> arguments) {

    public Parameter {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a parameter");
        }
        arguments = List.copyOf(arguments);
    }

    public static Parameter of(String name) {
        return new Parameter(name, List.of());
    }

    public boolean is(String text) {
        return name.equalsIgnoreCase(text);
    }

    /** Of a shape that the grammar leaves open: numbers, sets, strings and lists up to the next name. */
    static Parameter read(Args list) {
        String name = name(list);
        int first = list.at();
        while (list.more() && argument(list.peek("argument"))) {
            list.skip("argument");
        }
        return of(name, list.taken(first));
    }

    /** Only the name, which must come now. */
    static String name(Args list) {
        String name = list.octets("parameter").latin1();
        if (!isName(name)) {
            throw list.fault("no parameter");
        }
        list.skip("parameter");
        return name;
    }

    private static Parameter of(String name, List<Token> arguments) {
        return new Parameter(name, arguments.stream().map(Opaque::of).toList());
    }

    /** A name begins with a letter; numbers, sets, strings and lists are arguments. */
    private static boolean argument(Token token) {
        boolean bracketed = token instanceof TokenList list && list.bracketed();
        return !bracketed
                && !(token instanceof Token.Atom && isName(token.octets().latin1()));
    }

    private static boolean isName(String text) {
        if (!Word.isAtom(text)) {
            return false;
        }
        char first = text.charAt(0);
        boolean negative = first == '-' && text.length() > 1 && Character.isDigit(text.charAt(1));
        return Character.isLetter(first) || "-_.".indexOf(first) >= 0 && !negative;
    }

    /** The number that is the only argument. */
    public OptionalLong number() {
        return arguments.size() == 1 ? arguments.get(0).token().octets().number() : OptionalLong.empty();
    }

    void write(TokenWriter to) {
        to.atom(name);
        arguments.forEach(argument -> to.verbatim(argument.token()));
    }
}
