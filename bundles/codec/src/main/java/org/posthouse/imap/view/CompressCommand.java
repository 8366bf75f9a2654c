package org.posthouse.imap.view;

import java.util.Locale;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 COMPRESS DEFLATE} (RFC 4978).
 *
 * @param mechanism an atom, in capitals; the RFC has DEFLATE alone
 */
public record CompressCommand(String mechanism) implements Command {

    public static final View<CompressCommand> VIEW = MessageReader.command(CommandName.COMPRESS, CompressCommand::read);

    public CompressCommand {
        mechanism = Word.atom(mechanism, "mechanism").toUpperCase(Locale.ROOT);
    }

    private static CompressCommand read(Args args) {
        if (!args.atAtom("DEFLATE")) {
            args.note(Defect.UNKNOWN_NAME);
        }
        return new CompressCommand(args.atom("mechanism"));
    }

    @Override
    public View<CompressCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.COMPRESS;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(mechanism);
    }
}
