package org.posthouse.imap.view;

import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * JMAPACCESS "https://example.com/jmap"} (RFC 9698). */
public record JmapAccessData(Octets url) implements Response {

    public static final View<JmapAccessData> VIEW =
            MessageReader.data("JMAPACCESS", args -> new JmapAccessData(args.string("URL")));

    public JmapAccessData {
        Strings.checked(url);
    }

    @Override
    public View<JmapAccessData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("JMAPACCESS").string(url);
    }
}
