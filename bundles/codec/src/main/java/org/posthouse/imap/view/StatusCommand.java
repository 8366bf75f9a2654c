package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 STATUS INBOX (MESSAGES UNSEEN)} (RFC 9051 §6.3.11). */
public record StatusCommand(MailboxName mailbox, List<StatusItem> items) implements Command {

    public static final View<StatusCommand> VIEW = MessageReader.command(
            CommandName.STATUS,
            args -> new StatusCommand(args.mailbox(), args.list("status items").some(StatusItem::asked)));

    /** An empty list of items is what some clients send, against the grammar. */
    public StatusCommand {
        items = List.copyOf(items);
    }

    @Override
    public View<StatusCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.STATUS;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        to.open();
        items.forEach(item -> to.atom(item.toString()));
        to.close();
    }
}
