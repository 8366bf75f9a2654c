package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 SETACL INBOX fred +lrs} (RFC 4314 §3.1).
 *
 * @param identifier whose rights; with a {@code -} before it, those that he shall not have
 */
public record SetAclCommand(MailboxName mailbox, Octets identifier, Change change, Rights rights) implements Command {

    public static final View<SetAclCommand> VIEW = MessageReader.command(CommandName.SETACL, SetAclCommand::read);

    /** What happens to the rights that there are. */
    public enum Change {
        REPLACE(""),
        ADD("+"),
        REMOVE("-");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }
    }

    public SetAclCommand {
        Strings.checked(identifier);
    }

    private static SetAclCommand read(Args args) {
        MailboxName mailbox = args.mailbox();
        Octets identifier = args.astring("identifier");
        String text = args.said("rights").map(Octets::latin1).orElse("?");
        Change change = text.startsWith("+") ? Change.ADD : text.startsWith("-") ? Change.REMOVE : Change.REPLACE;
        String letters = text.substring(change.sign.length());
        if (!Rights.isRights(letters)) {
            throw args.fault("no rights");
        }
        args.astring("rights");
        return new SetAclCommand(mailbox, identifier, change, new Rights(letters));
    }

    @Override
    public View<SetAclCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.SETACL;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        to.astring(identifier).astring(change.sign + rights.letters());
    }
}
