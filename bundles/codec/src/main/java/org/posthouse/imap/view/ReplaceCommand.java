package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 UID REPLACE 101 Drafts (\Seen) {310}} (RFC 8508).
 *
 * @param message the number of the message that is replaced
 */
public record ReplaceCommand(boolean uid, SequenceSet message, MailboxName mailbox, AppendMessage replacement)
        implements Command {

    public static final View<ReplaceCommand> VIEW = MessageReader.command("REPLACE", ReplaceCommand::read);

    public ReplaceCommand {
        if (!single(message)) {
            throw new IllegalArgumentException("one message is replaced");
        }
    }

    private static boolean single(SequenceSet set) {
        return set.toString().chars().allMatch(c -> c == '*' || Character.isDigit(c));
    }

    private static ReplaceCommand read(Args args, boolean uid) {
        if (!single(SequenceSet.parse(args.octets("message number").latin1()).orElse(SequenceSet.SAVED))) {
            throw args.fault("no message number");
        }
        return new ReplaceCommand(uid, args.sequenceSet(), args.mailbox(), AppendMessage.read(args));
    }

    @Override
    public View<ReplaceCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_REPLACE : CommandName.REPLACE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(message.toString());
        mailbox.write(to);
        replacement.write(to);
    }
}
