package org.posthouse.proxy.session;

import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.view.AuthenticateCommand;
import org.posthouse.imap.view.CramMd5;
import org.posthouse.imap.view.IdCommand;
import org.posthouse.imap.view.IdFields;
import org.posthouse.imap.view.LoginCommand;
import org.posthouse.imap.view.SaslLine;
import org.posthouse.imap.view.SaslMessage;
import org.posthouse.imap.view.ScramFirst;
import org.posthouse.imap.view.SelectCommand;
import org.posthouse.imap.wire.CommandSpec;

/** Reads from single commands what a session wants to know. What is malformed tells nothing. */
final class CommandContent {

    private static final int LONGEST_METHOD = 32;
    private static final int LONGEST_NAME = 128;

    private static final SaslMessage.Cases<Octets> USER = new SaslMessage.Cases<>() {
        @Override
        public Octets plain(SaslMessage.Plain plain) {
            return plain.authorization().isEmpty() ? plain.user() : plain.authorization();
        }

        @Override
        public Octets loginUser(SaslMessage.LoginUser user) {
            return user.user();
        }

        @Override
        public Octets xoauth2(SaslMessage.Xoauth2 token) {
            return token.user();
        }

        @Override
        public Octets oauthBearer(SaslMessage.OauthBearer token) {
            return token.user();
        }

        @Override
        public Octets scramFirst(ScramFirst first) {
            return first.authorization().isEmpty() ? first.user() : first.authorization();
        }

        @Override
        public Octets cramMd5(CramMd5 answer) {
            return answer.user();
        }
    };

    private CommandContent() {}

    static void login(OpenExchange exchange, Message command) {
        exchange.method("PLAIN");
        exchange.logsIn(
                command.view(LoginCommand.VIEW).value().map(l -> l.user().text()));
    }

    /** The mechanism, if the client's first message is yet to come. */
    static Optional<String> authenticate(OpenExchange exchange, Message command) {
        return command.view(AuthenticateCommand.VIEW).value().flatMap(a -> {
            exchange.method(bounded(a.mechanism().toUpperCase(Locale.ROOT), LONGEST_METHOD));
            a.initial().ifPresent(line -> exchange.logsIn(user(a.mechanism(), line)));
            return a.initial().isPresent() ? Optional.empty() : Optional.of(a.mechanism());
        });
    }

    /** Who logs in by the first message of a mechanism, where it says so. */
    static Optional<String> user(String mechanism, SaslLine line) {
        return SaslMessage.read(mechanism, line)
                .map(m -> m.match(USER))
                .filter(u -> !u.isEmpty())
                .map(Octets::text);
    }

    static void selects(OpenExchange exchange, Message command) {
        var view = exchange.spec() == CommandSpec.SELECT ? SelectCommand.SELECT : SelectCommand.EXAMINE;
        exchange.selects(command.view(view).value().map(SelectCommand::mailbox));
    }

    /** Name and version out of ID. */
    static Optional<String> clientName(Message command) {
        return command.view(IdCommand.VIEW).value().map(IdCommand::fields).flatMap(CommandContent::name);
    }

    private static Optional<String> name(IdFields fields) {
        return fields.get("name")
                .map(name -> name + fields.get("version").map(v -> " " + v).orElse(""))
                .map(name -> bounded(name, LONGEST_NAME));
    }

    private static String bounded(String text, int most) {
        boolean pair = text.length() > most && Character.isHighSurrogate(text.charAt(most - 1));
        return text.length() <= most ? text : text.substring(0, pair ? most - 1 : most);
    }
}
