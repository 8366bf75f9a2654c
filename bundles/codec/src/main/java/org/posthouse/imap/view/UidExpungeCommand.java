package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 UID EXPUNGE 3000:3002} (RFC 9051 §6.4.9, RFC 4315). */
public record UidExpungeCommand(SequenceSet messages) implements Command {

    public static final View<UidExpungeCommand> VIEW =
            MessageReader.command(CommandName.UID_EXPUNGE, args -> new UidExpungeCommand(args.sequenceSet()));

    @Override
    public View<UidExpungeCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.UID_EXPUNGE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(messages.toString());
    }
}
