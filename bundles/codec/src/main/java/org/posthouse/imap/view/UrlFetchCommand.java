package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 URLFETCH "imap://…"}, {@code a1 URLFETCH ("imap://…" BINARY)} (RFC 4467 §7, RFC 5524). */
public record UrlFetchCommand(List<Request> requests) implements Command {

    public static final View<UrlFetchCommand> VIEW =
            MessageReader.command(CommandName.URLFETCH, args -> new UrlFetchCommand(args.all(Request::read)));

    /**
     * A URL whose content is wanted.
     *
     * @param listed whether it is in parentheses; must be, if there are items
     * @param items in which form; empty: as it is in the message
     */
    public record Request(Secret url, boolean listed, List<UrlFetchItem> items) {
        public Request {
            url.reveal(octets -> Strings.checked(Octets.owning(octets)).length());
            items = List.copyOf(items);
            if (!listed && !items.isEmpty()) {
                throw new IllegalArgumentException("items without parentheses");
            }
        }

        private static Request read(Args args) {
            if (!args.atList()) {
                return new Request(url(args), false, List.of());
            }
            Args list = args.list("URL");
            return new Request(url(list), true, list.all(UrlFetchItem::read));
        }

        /** A URL with its authorization is as good as a password. */
        private static Secret url(Args args) {
            return Secret.of(args.astring("URL").toByteArray());
        }

        private void write(TokenWriter to) {
            if (listed) {
                to.open();
            }
            to.astring(url);
            items.forEach(item -> to.atom(item.toString()));
            if (listed) {
                to.close();
            }
        }
    }

    public UrlFetchCommand {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("no URL");
        }
    }

    @Override
    public View<UrlFetchCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.URLFETCH;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        requests.forEach(request -> request.write(to));
    }
}
