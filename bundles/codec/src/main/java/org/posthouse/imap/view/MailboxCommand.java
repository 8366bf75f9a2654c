package org.posthouse.imap.view;

import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** A command whose only argument is a mailbox: DELETE, SUBSCRIBE, GETACL and their like. */
public record MailboxCommand(CommandName name, MailboxName mailbox) implements Command {

    static final Set<CommandName> NAMES = Set.of(
            CommandName.DELETE,
            CommandName.SUBSCRIBE,
            CommandName.UNSUBSCRIBE,
            CommandName.GETQUOTAROOT,
            CommandName.GETACL,
            CommandName.MYRIGHTS);

    public static final View<MailboxCommand> VIEW =
            MessageReader.commands(NAMES, (name, args) -> new MailboxCommand(name, args.mailbox()));

    public MailboxCommand {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " has other arguments");
        }
    }

    @Override
    public View<MailboxCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
    }
}
