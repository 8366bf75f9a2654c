package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenList;
import org.posthouse.imap.token.TokenWriter;

/**
 * A parameter or modifier of a command: {@code CONDSTORE}, {@code CHANGEDSINCE 12}, {@code QRESYNC (1 2)} (RFC 4466).
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

    /** The list of parameters if one comes now; NIL and the empty list are tolerated as none. */
    static List<Parameter> optional(Args args) {
        if (!args.more()) {
            return List.of();
        }
        if (args.atAtom("NIL")) {
            args.note(Defect.UNDUE_NIL);
            args.next("NIL");
            return List.of();
        }
        Args list = args.list("parameters");
        if (!list.more()) {
            list.note(Defect.EMPTY_LIST);
        }
        return all(list);
    }

    static List<Parameter> all(Args list) {
        return list.all(Parameter::read);
    }

    private static Parameter read(Args list) {
        String name = list.peek("parameter").octets().latin1();
        if (!isName(name)) {
            throw list.fault("no parameter");
        }
        list.next("parameter");
        List<Opaque> arguments = new ArrayList<>();
        while (list.more() && argument(list.peek("argument"))) {
            arguments.add(Opaque.of(list.next("argument")));
        }
        return new Parameter(name, arguments);
    }

    /** A name begins with a letter; numbers, sets, strings and lists are arguments. */
    private static boolean argument(Token token) {
        boolean bracketed = token instanceof TokenList list && list.bracketed();
        return !bracketed
                && !(token instanceof Token.Atom && isName(token.octets().latin1()));
    }

    private static boolean isName(String text) {
        return Word.isAtom(text) && (Character.isLetter(text.charAt(0)) || "-_.".indexOf(text.charAt(0)) >= 0);
    }

    static void write(List<Parameter> parameters, TokenWriter to) {
        if (!parameters.isEmpty()) {
            writeList(parameters, to);
        }
    }

    static void writeList(List<Parameter> parameters, TokenWriter to) {
        to.open();
        for (Parameter parameter : parameters) {
            to.atom(parameter.name());
            parameter.arguments().forEach(argument -> to.verbatim(argument.token()));
        }
        to.close();
    }
}
