package org.posthouse.example.authallowlist;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.view.AuthenticateCommand;
import org.posthouse.imap.view.LoginCommand;
import org.posthouse.imap.view.SaslLine;
import org.posthouse.imap.view.SaslMessage;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.Session;

/** Decides before a credential goes upstream. What can't be understood is refused: this is a guard. */
final class AdmittedLogin implements Interceptor {

    private final Session session;
    private final Supplier<Rules> rules;
    /** The mechanism whose first message comes as a line of its own. */
    private Optional<String> awaited = Optional.empty();

    AdmittedLogin(Session session, Supplier<Rules> rules) {
        this.session = session;
        this.rules = rules;
    }

    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        Optional<LoginCommand> login = command.view(LoginCommand.VIEW).value();
        Optional<AuthenticateCommand> sasl =
                command.view(AuthenticateCommand.VIEW).value();
        awaited = sasl.filter(said -> said.initial().isEmpty()).map(AuthenticateCommand::mechanism);
        return login.map(said -> decide("LOGIN", Optional.of(List.of(said.user()))))
                .or(() -> awaited.map(mechanism -> decide(mechanism, Optional.empty())))
                .or(() -> sasl.map(said -> decide(said.mechanism(), initial(said))))
                .orElseGet(() -> session.authenticated() ? CommandVerdict.pass() : CommandVerdict.no("not understood"));
    }

    @Override
    public CommandVerdict onData(DataView line, Exchange exchange) {
        Optional<String> mechanism = awaited;
        awaited = Optional.empty();
        return mechanism
                .map(name -> decide(name, names(name, line.saslLine().value())))
                .orElseGet(CommandVerdict::pass);
    }

    /** LOGIN has no initial response: a server may take it for the name, or pass over it and ask. */
    private static Optional<List<Octets>> initial(AuthenticateCommand said) {
        boolean ambiguous = said.mechanism().equalsIgnoreCase("LOGIN");
        return ambiguous ? Optional.of(List.of()) : names(said.mechanism(), said.initial());
    }

    /** Nobody, if the mechanism doesn't say it readably. */
    private static Optional<List<Octets>> names(String mechanism, Optional<SaslLine> line) {
        return Optional.of(line.flatMap(said -> SaslMessage.read(mechanism, said))
                .map(SaslMessage::names)
                .orElse(List.of()));
    }

    private CommandVerdict decide(String mechanism, Optional<List<Octets>> names) {
        Rules now = rules.get();
        if (!now.admitsClient(session.clientAddress())) {
            return CommandVerdict.no("no logins from your network");
        }
        if (!now.admitsMechanism(mechanism)) {
            return CommandVerdict.no("no logins by this mechanism");
        }
        return names.map(now::admitsUsers).orElse(true)
                ? CommandVerdict.pass()
                : CommandVerdict.no("no logins of this user");
    }
}
