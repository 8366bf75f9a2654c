package org.posthouse.imap.view;

import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 DELETEACL INBOX fred}, {@code a1 LISTRIGHTS INBOX fred} (RFC 4314 §3.2, §3.4). */
public record IdentifierCommand(CommandName name, MailboxName mailbox, Octets identifier) implements Command {

    static final Set<CommandName> NAMES = Set.of(CommandName.DELETEACL, CommandName.LISTRIGHTS);

    public static final View<IdentifierCommand> VIEW = MessageReader.commands(
            NAMES, (name, args) -> new IdentifierCommand(name, args.mailbox(), args.astring("identifier")));

    public IdentifierCommand {
        Strings.checked(identifier);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " has other arguments");
        }
    }

    @Override
    public View<IdentifierCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        to.astring(identifier);
    }
}
