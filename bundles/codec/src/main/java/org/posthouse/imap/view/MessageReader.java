package org.posthouse.imap.view;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;

/** From a message's tokens to a view's value. */
final class MessageReader {

    /** Reads what it knows; empty if the message is of another kind; a Fault if it is bad. */
    interface Body<V> {
        Optional<V> read(Args args, TokenTree tree);
    }

    /** Reads the arguments behind a command's name. */
    interface Arguments<V> {
        V read(Args args, boolean uid);
    }

    private MessageReader() {}

    /** A command that is there with and without UID. */
    static <V> View<V> command(String name, Arguments<V> arguments) {
        return of(Message.Kind.COMMAND, (args, tree) -> {
            int head = tree.commandHead();
            if (!tree.isAtom(head - 1, name)) {
                return Optional.empty();
            }
            V value = arguments.read(behind(args, head), head == 3);
            args.end();
            return Optional.of(value);
        });
    }

    /** Commands of these names and no others. */
    static <V> View<V> commands(Set<CommandName> names, BiFunction<CommandName, Args, V> arguments) {
        return of(Message.Kind.COMMAND, (args, tree) -> {
            Optional<CommandName> name = name(tree).filter(names::contains);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            V value = arguments.apply(name.get(), behind(args, tree.commandHead()));
            args.end();
            return Optional.of(value);
        });
    }

    static <V> View<V> command(CommandName name, Function<Args, V> arguments) {
        return commands(Set.of(name), (same, args) -> arguments.apply(args));
    }

    private static Args behind(Args args, int head) {
        for (int i = 0; i < head; i++) {
            args.skip("command");
        }
        return args;
    }

    /** A command's name as it is written; empty if it is none. */
    static Optional<CommandName> name(TokenTree tree) {
        int head = tree.commandHead();
        String word = tree.at(head - 1).map(token -> token.octets().latin1()).orElse("");
        return Word.isAtom(word) ? Optional.of(CommandName.of(head == 3 ? "UID " + word : word)) : Optional.empty();
    }

    /** Untagged data: {@code * NAME …}. */
    static <V> View<V> data(Set<ResponseName> names, BiFunction<ResponseName, Args, V> content) {
        return of(Message.Kind.RESPONSE, (args, tree) -> {
            Optional<ResponseName> name = dataName(tree, 1).filter(names::contains);
            if (name.isEmpty() || !args.take("*")) {
                return Optional.empty();
            }
            args.skip("name");
            V value = content.apply(name.get(), args);
            args.end();
            return Optional.of(value);
        });
    }

    static <V> View<V> data(String name, Function<Args, V> content) {
        return data(Set.of(ResponseName.of(name)), (same, args) -> content.apply(args));
    }

    /** Whether digits stand where data has its name: {@code * 23 EXISTS}. */
    static boolean isNumbered(TokenTree tree) {
        Octets word = tree.at(1).map(Token::octets).orElse(Octets.EMPTY);
        for (int i = 0; i < word.length(); i++) {
            if (word.at(i) < '0' || word.at(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** The name of untagged data that stands at the index. */
    static Optional<ResponseName> dataName(TokenTree tree, int index) {
        String word = tree.isAtom(0, "*")
                ? tree.at(index)
                        .filter(Token.Atom.class::isInstance)
                        .map(token -> token.octets().latin1())
                        .orElse("")
                : "";
        return Word.isAtom(word) ? Optional.of(ResponseName.of(word)) : Optional.empty();
    }

    static <V> View<V> of(Message.Kind kind, Body<V> body) {
        return message -> message.kind() == kind ? read(message, body) : new Parsed.Absent<>();
    }

    private static <V> Parsed<V> read(Message message, Body<V> body) {
        Parsed<TokenTree> tokens = message.tokens();
        return tokens instanceof Parsed.Valid<TokenTree> valid
                ? read(message, valid, body)
                : tokens.match(new Parsed.Fold<>(
                        valid -> read(message, valid, body),
                        bad -> new Parsed.Malformed<>(bad.position(), bad.reason()),
                        new Parsed.Absent<>()));
    }

    private static <V> Parsed<V> read(Message message, Parsed.Valid<TokenTree> tokens, Body<V> body) {
        TokenTree tree = tokens.result();
        Notes deviations = new Notes(tokens.deviations());
        Args args = new Args(
                message.reading(),
                tree.tape(),
                0,
                tree.tape().size(),
                message.octets().length(),
                deviations);
        try {
            Optional<V> value = body.read(args, tree);
            return value.isPresent() ? new Parsed.Valid<>(value.get(), deviations.all()) : new Parsed.Absent<>();
        } catch (Fault fault) {
            return new Parsed.Malformed<>(fault.position(), fault.reason());
        } catch (IllegalArgumentException e) {
            // A constructor refused what the walk let through: nothing invalid gets out, and nothing throws.
            return new Parsed.Malformed<>(args.position(), "a value against its rules");
        }
    }
}
