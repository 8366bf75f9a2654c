package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * GENURLAUTH "imap://…"} (RFC 4467 §7): URLs that are as good as a password for what they name. */
public record GenUrlAuthData(List<Secret> urls) implements Response {

    public static final View<GenUrlAuthData> VIEW = MessageReader.data("GENURLAUTH", GenUrlAuthData::read);

    public GenUrlAuthData {
        urls = List.copyOf(urls);
        urls.forEach(url ->
                url.reveal(octets -> Strings.checked(Octets.owning(octets)).length()));
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no URL");
        }
    }

    private static GenUrlAuthData read(Args args) {
        if (!args.more()) {
            throw args.fault("no URL");
        }
        return new GenUrlAuthData(args.all(list -> Secret.of(list.astring("URL").toByteArray())));
    }

    @Override
    public View<GenUrlAuthData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("GENURLAUTH");
        urls.forEach(to::astring);
    }
}
