package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * A command that no view here knows more of: its name and its arguments as tokens. Strictly it is one only if it begins
 * with X (RFC 3501 x-command) or is in the registry; else it is Malformed.
 */
public record OtherCommand(CommandName name, List<Opaque> arguments) implements Command {

    /** In the registry, but not typed: RFC 5257, RFC 5259. */
    static final Set<CommandName> REGISTERED = Set.of(
            CommandName.CONVERT,
            CommandName.UID_CONVERT,
            CommandName.CONVERSIONS,
            CommandName.GETANNOTATION,
            CommandName.SETANNOTATION);

    /** Reads every command, also those that another view knows. */
    public static final View<OtherCommand> VIEW = MessageReader.of(Message.Kind.COMMAND, (args, tree) -> {
        int head = tree.commandHead();
        CommandName name = MessageReader.name(tree).orElseThrow(() -> args.fault("no command name"));
        for (int i = 0; i < head; i++) {
            args.skip("command");
        }
        return Optional.of(new OtherCommand(name, args.all(list -> Opaque.of(list.next("argument")))));
    });

    public OtherCommand {
        arguments = List.copyOf(arguments);
    }

    /** Whether the name is in the registry, though nothing here knows more of it. */
    public boolean registered() {
        return REGISTERED.contains(name);
    }

    boolean experimental() {
        String text = name.toString();
        return registered() || Word.experimental(text.startsWith("UID ") ? text.substring(4) : text);
    }

    @Override
    public View<OtherCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        arguments.forEach(argument -> to.verbatim(argument.token()));
    }
}
