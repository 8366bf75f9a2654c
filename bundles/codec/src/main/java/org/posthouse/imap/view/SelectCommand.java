package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 SELECT INBOX}, {@code a1 EXAMINE INBOX (CONDSTORE)} (RFC 9051 §6.3.2, §6.3.3, RFC 4466 §2.4).
 *
 * @param readOnly whether it is EXAMINE
 * @param parameters empty if there is no list of them
 */
public record SelectCommand(boolean readOnly, MailboxName mailbox, List<SelectParameter> parameters)
        implements Command {

    public static final View<SelectCommand> SELECT = MessageReader.command("SELECT", (args, uid) -> read(false, args));
    public static final View<SelectCommand> EXAMINE = MessageReader.command("EXAMINE", (args, uid) -> read(true, args));

    public SelectCommand {
        parameters = List.copyOf(parameters);
    }

    private static SelectCommand read(boolean readOnly, Args args) {
        return new SelectCommand(readOnly, args.mailbox(), Grammar.SELECT.optional(args));
    }

    @Override
    public View<SelectCommand> view() {
        return readOnly ? EXAMINE : SELECT;
    }

    @Override
    public CommandName name() {
        return readOnly ? CommandName.EXAMINE : CommandName.SELECT;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.write(to);
        Grammar.SELECT.write(parameters, to);
    }
}
