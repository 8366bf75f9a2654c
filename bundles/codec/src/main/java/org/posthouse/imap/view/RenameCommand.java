package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 RENAME old new} (RFC 9051 §6.3.6).
 *
 * @param parameters empty if there is no list of them (RFC 4466)
 */
public record RenameCommand(MailboxName from, MailboxName to, List<Parameter> parameters) implements Command {

    public static final View<RenameCommand> VIEW = MessageReader.command(
            CommandName.RENAME,
            args -> new RenameCommand(args.mailbox(), args.mailbox(), Grammar.RENAME.optional(args)));

    public RenameCommand {
        parameters = List.copyOf(parameters);
    }

    @Override
    public View<RenameCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.RENAME;
    }

    @Override
    public void writeArguments(TokenWriter writer) {
        from.write(writer);
        to.write(writer);
        Grammar.RENAME.write(parameters, writer);
    }
}
