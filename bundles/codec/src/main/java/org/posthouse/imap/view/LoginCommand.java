package org.posthouse.imap.view;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 LOGIN fred secret} (RFC 9051 §6.2.3).
 *
 * @param user who, as octets: nothing says that it is UTF-8; {@code user.text()} for people
 * @param password never printed
 */
public record LoginCommand(Octets user, Secret password) implements Command {

    public static final View<LoginCommand> VIEW = MessageReader.command("LOGIN", LoginCommand::read);

    public LoginCommand {
        Strings.checked(user);
        password.reveal(octets -> Strings.checked(Octets.owning(octets)).length());
    }

    private static LoginCommand read(Args args, boolean uid) {
        if (uid) {
            throw args.fault("no UID LOGIN");
        }
        Octets user = args.astring("user");
        return new LoginCommand(user, Secret.of(args.astring("password").toByteArray()));
    }

    @Override
    public View<LoginCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.LOGIN;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.astring(user).astring(password);
    }
}
