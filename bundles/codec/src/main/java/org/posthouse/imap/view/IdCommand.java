package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 ID ("name" "x")} (RFC 2971 §3.1). */
public record IdCommand(IdFields fields) implements Command {

    public static final View<IdCommand> VIEW =
            MessageReader.command("ID", (args, uid) -> new IdCommand(IdFields.read(args)));

    @Override
    public View<IdCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.ID;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        fields.write(to);
    }
}
