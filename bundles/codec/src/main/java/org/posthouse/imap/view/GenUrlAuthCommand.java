package org.posthouse.imap.view;

import java.util.List;
import java.util.Locale;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 GENURLAUTH "imap://joe@example.com/INBOX/;uid=20;urlauth=user+fred" INTERNAL} (RFC 4467 §7). */
public record GenUrlAuthCommand(List<Request> requests) implements Command {

    public static final View<GenUrlAuthCommand> VIEW =
            MessageReader.command(CommandName.GENURLAUTH, args -> new GenUrlAuthCommand(args.all(Request::read)));

    /**
     * A URL that shall be authorized.
     *
     * @param mechanism an atom, in capitals
     */
    public record Request(Octets url, String mechanism) {
        public Request {
            Strings.checked(url);
            mechanism = Word.atom(mechanism, "mechanism").toUpperCase(Locale.ROOT);
        }

        private static Request read(Args args) {
            return new Request(args.astring("URL"), args.atom("mechanism"));
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
        requests.forEach(request -> to.astring(request.url()).atom(request.mechanism()));
    }
}
