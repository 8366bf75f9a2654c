package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * LANGUAGE ("DE")} (RFC 5255 §3.2). */
public record LanguageData(List<Octets> tags) implements Response {

    public static final View<LanguageData> VIEW = MessageReader.data(
            "LANGUAGE", args -> new LanguageData(args.list("languages").some(list -> list.astring("language"))));

    public LanguageData {
        tags = List.copyOf(tags);
        tags.forEach(Strings::checked);
    }

    @Override
    public View<LanguageData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("LANGUAGE").open();
        tags.forEach(to::string);
        to.close();
    }
}
