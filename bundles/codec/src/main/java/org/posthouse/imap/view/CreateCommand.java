package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 CREATE Archive (USE (\Archive))} (RFC 9051 §6.3.4, RFC 6154).
 *
 * @param parameters empty if there is no list of them
 */
public record CreateCommand(MailboxName mailbox, List<CreateParameter> parameters) implements Command {

    public static final View<CreateCommand> VIEW = MessageReader.command(
            CommandName.CREATE, args -> new CreateCommand(args.mailbox(), Grammar.CREATE.optional(args)));

    public CreateCommand {
        parameters = List.copyOf(parameters);
    }

    @Override
    public View<CreateCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.CREATE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        Grammar.CREATE.write(parameters, to);
    }
}
