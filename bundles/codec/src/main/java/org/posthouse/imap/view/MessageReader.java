package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Deviation;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;

/** Turns a walk over tokens into a view. */
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

    static <V> View<V> command(String name, Arguments<V> arguments) {
        return of(Message.Kind.COMMAND, (args, tree) -> {
            int head = tree.commandHead();
            if (!tree.isAtom(head - 1, name)) {
                return Optional.empty();
            }
            for (int i = 0; i < head; i++) {
                args.next("command");
            }
            V value = arguments.read(args, head == 3);
            args.end();
            return Optional.of(value);
        });
    }

    static <V> View<V> of(Message.Kind kind, Body<V> body) {
        return message -> message.kind() == kind
                ? message.tokens()
                        .match(new Parsed.Fold<>(
                                valid -> read(message, valid, body),
                                bad -> new Parsed.Malformed<>(bad.position(), bad.reason()),
                                new Parsed.Absent<>()))
                : new Parsed.Absent<>();
    }

    private static <V> Parsed<V> read(Message message, Parsed.Valid<TokenTree> tokens, Body<V> body) {
        TokenTree tree = tokens.result();
        List<Deviation> deviations = new ArrayList<>(tokens.deviations());
        Args args =
                new Args(message.reading(), tree.tokens(), 0, message.octets().length(), deviations);
        try {
            Optional<V> value = body.read(args, tree);
            return value.<Parsed<V>>map(v -> new Parsed.Valid<>(v, deviations)).orElseGet(Parsed.Absent::new);
        } catch (Fault fault) {
            return new Parsed.Malformed<>(fault.position(), fault.reason());
        } catch (IllegalArgumentException e) {
            // A constructor refused what the walk let through: nothing invalid gets out, and nothing throws.
            return new Parsed.Malformed<>(args.position(), "a value against its rules");
        }
    }
}
