package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * URLFETCH "imap://…" {5}} (RFC 4467 §7; with a list of what was asked for: RFC 5524). */
public record UrlFetchData(List<Fetched> urls) implements Response {

    public static final View<UrlFetchData> VIEW = MessageReader.data("URLFETCH", UrlFetchData::read);

    /**
     * What a URL names.
     *
     * @param content {@link Content.Missing} if it names nothing, or if there are parts
     * @param parts what tells of it in the extended form
     */
    public record Fetched(Secret url, Content content, List<UrlFetchPart> parts) {
        public Fetched {
            parts = List.copyOf(parts);
            url.reveal(octets -> Strings.checked(Octets.owning(octets)).length());
            if (!parts.isEmpty() && !(content instanceof Content.Missing)) {
                throw new IllegalArgumentException("content and parts");
            }
        }

        private static Fetched read(Args args) {
            Secret url = Secret.of(args.astring("URL").toByteArray());
            List<UrlFetchPart> parts = new ArrayList<>();
            while (args.atList()) {
                parts.add(UrlFetchPart.read(args));
            }
            return new Fetched(url, parts.isEmpty() ? Content.read(args) : new Content.Missing(), parts);
        }

        private void write(TokenWriter to) {
            to.astring(url);
            parts.forEach(part -> part.write(to));
            if (parts.isEmpty()) {
                content.write(to, false);
            }
        }
    }

    public UrlFetchData {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no URL");
        }
    }

    private static UrlFetchData read(Args args) {
        if (!args.more()) {
            throw args.fault("no URL");
        }
        return new UrlFetchData(args.all(Fetched::read));
    }

    @Override
    public View<UrlFetchData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("URLFETCH");
        urls.forEach(url -> url.write(to));
    }
}
