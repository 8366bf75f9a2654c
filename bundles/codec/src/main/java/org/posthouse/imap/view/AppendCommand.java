package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 APPEND INBOX (\Seen) {310}} (RFC 9051 §6.3.12; several messages: RFC 3502).
 *
 * @param messages those seen so far, if the command isn't complete; at least one
 */
public record AppendCommand(MailboxName mailbox, List<AppendMessage> messages) implements Command {

    public static final View<AppendCommand> VIEW = MessageReader.command("APPEND", AppendCommand::read);

    public AppendCommand {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("no message");
        }
    }

    private static AppendCommand read(Args args, boolean uid) {
        MailboxName mailbox = args.mailbox();
        List<AppendMessage> messages = new ArrayList<>();
        do {
            messages.add(AppendMessage.read(args));
        } while (args.more());
        return new AppendCommand(mailbox, messages);
    }

    @Override
    public View<AppendCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.APPEND;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        messages.forEach(message -> message.write(to));
    }
}
