package org.posthouse.imap.view;

import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** A command without arguments: NOOP, CAPABILITY, IDLE and their like. */
public record PlainCommand(CommandName name) implements Command {

    static final Set<CommandName> NAMES = Set.of(
            CommandName.CAPABILITY,
            CommandName.NOOP,
            CommandName.LOGOUT,
            CommandName.STARTTLS,
            CommandName.CHECK,
            CommandName.CLOSE,
            CommandName.UNSELECT,
            CommandName.EXPUNGE,
            CommandName.IDLE,
            CommandName.NAMESPACE,
            CommandName.UNAUTHENTICATE,
            CommandName.GETJMAPACCESS);

    public static final View<PlainCommand> VIEW = MessageReader.commands(NAMES, (name, args) -> new PlainCommand(name));

    public PlainCommand {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " has arguments, or isn't known here");
        }
    }

    @Override
    public View<PlainCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        // None.
    }
}
