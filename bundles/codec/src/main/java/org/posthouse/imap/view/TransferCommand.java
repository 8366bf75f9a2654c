package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 COPY 2:4 Archive}, {@code a1 UID MOVE 7 Trash} (RFC 9051 §6.4.7, §6.4.8).
 *
 * @param move whether the messages leave where they are
 */
public record TransferCommand(boolean move, boolean uid, SequenceSet messages, MailboxName target) implements Command {

    public static final View<TransferCommand> COPY =
            MessageReader.command("COPY", (args, uid) -> read(false, args, uid));
    public static final View<TransferCommand> MOVE =
            MessageReader.command("MOVE", (args, uid) -> read(true, args, uid));

    private static TransferCommand read(boolean move, Args args, boolean uid) {
        SequenceSet messages = args.sequenceSet();
        return new TransferCommand(move, uid, messages, args.mailbox());
    }

    @Override
    public View<TransferCommand> view() {
        return move ? MOVE : COPY;
    }

    @Override
    public CommandName name() {
        CommandName byNumber = move ? CommandName.MOVE : CommandName.COPY;
        CommandName byUid = move ? CommandName.UID_MOVE : CommandName.UID_COPY;
        return uid ? byUid : byNumber;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(messages.toString());
        target.write(to);
    }
}
