package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 GENURLAUTH "imap://joe@example.com/INBOX/;uid=20;urlauth=user+fred" INTERNAL} (RFC 4467 §7). */
public record GenUrlAuthCommand(List<Request> requests) implements Command {

    public static final View<GenUrlAuthCommand> VIEW =
            MessageReader.command(CommandName.GENURLAUTH, args -> new GenUrlAuthCommand(args.all(Request::read)));

    /** A URL that shall be authorized, and how. */
    public record Request(Octets url, UrlAuthMechanism mechanism) {
        public Request {
            Strings.checked(url);
        }

        private static Request read(Args args) {
            return new Request(args.astring("URL"), UrlAuthMechanism.read(args));
        }
    }

    public GenUrlAuthCommand {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("no URL");
        }
    }

    @Override
    public View<GenUrlAuthCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.GENURLAUTH;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        requests.forEach(
                request -> to.astring(request.url()).atom(request.mechanism().toString()));
    }
}
