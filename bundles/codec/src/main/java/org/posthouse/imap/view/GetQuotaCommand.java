package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 GETQUOTA "#user/alice"} (RFC 9208 §4.1.1). */
public record GetQuotaCommand(Octets root) implements Command {

    public static final View<GetQuotaCommand> VIEW =
            MessageReader.command(CommandName.GETQUOTA, args -> new GetQuotaCommand(args.astring("quota root")));

    public GetQuotaCommand {
        Strings.checked(root);
    }

    @Override
    public View<GetQuotaCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.GETQUOTA;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.astring(root);
    }
}
