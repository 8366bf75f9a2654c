package org.posthouse.imap.view;

import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 LSUB "" *}: LSUB, Gmail's XLIST, and RLIST and RLSUB of RFC 2193. */
public record LegacyListCommand(CommandName name, MailboxName reference, Octets pattern) implements Command {

    static final Set<CommandName> NAMES =
            Set.of(CommandName.LSUB, CommandName.XLIST, CommandName.RLIST, CommandName.RLSUB);

    public static final View<LegacyListCommand> VIEW = MessageReader.commands(
            NAMES, (name, args) -> new LegacyListCommand(name, args.mailbox(), ListCommand.pattern(args)));

    public LegacyListCommand {
        Strings.checked(pattern);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " has other arguments");
        }
    }

    @Override
    public View<LegacyListCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        reference.write(to);
        to.string(pattern);
    }
}
