package org.posthouse.imap.view;

import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 AUTHENTICATE PLAIN AHQAcA==} (RFC 9051 §6.2.2, RFC 4959).
 *
 * @param mechanism an atom, in capitals
 * @param initial the initial response, if it came with the command
 */
public record AuthenticateCommand(String mechanism, Optional<SaslLine> initial) implements Command {

    public static final View<AuthenticateCommand> VIEW =
            MessageReader.command("AUTHENTICATE", AuthenticateCommand::read);

    public AuthenticateCommand {
        mechanism = Word.atom(mechanism, "mechanism").toUpperCase(Locale.ROOT);
        if (initial.filter(SaslLine::cancels).isPresent()) {
            throw new IllegalArgumentException("an initial response can't cancel");
        }
    }

    private static AuthenticateCommand read(Args args, boolean uid) {
        String mechanism = args.octets("mechanism").latin1();
        if (uid || !Word.isAtom(mechanism)) {
            throw args.fault("no mechanism");
        }
        args.word("mechanism");
        if (!args.more()) {
            return new AuthenticateCommand(mechanism, Optional.empty());
        }
        SaslLine line = SaslLine.initial(args.octets("initial response")).orElseThrow(() -> args.fault("no base64"));
        args.skip("initial response");
        return new AuthenticateCommand(mechanism, Optional.of(line));
    }

    @Override
    public View<AuthenticateCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.AUTHENTICATE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(mechanism);
        initial.ifPresent(line -> line.writeInitial(to));
    }
}
