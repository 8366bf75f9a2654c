package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 SETMETADATA INBOX (/private/comment "x")} (RFC 5464 §4.3). */
public record SetMetadataCommand(MailboxName mailbox, List<MetadataEntry> entries) implements Command {

    public static final View<SetMetadataCommand> VIEW = MessageReader.command(
            CommandName.SETMETADATA,
            args -> new SetMetadataCommand(args.mailbox(), args.list("entries").some(MetadataEntry::read)));

    public SetMetadataCommand {
        entries = List.copyOf(entries);
    }

    @Override
    public View<SetMetadataCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.SETMETADATA;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        to.open();
        entries.forEach(entry -> entry.write(to));
        to.close();
    }
}
