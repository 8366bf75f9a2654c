package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * FLAGS (\Answered \Seen $Junk)} (RFC 9051 §7.3.5). */
public record FlagsData(List<Flag> flags) implements Response {

    public static final View<FlagsData> VIEW = MessageReader.data("FLAGS", args -> new FlagsData(args.plainFlags()));

    public FlagsData {
        flags = List.copyOf(flags);
    }

    @Override
    public View<FlagsData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("FLAGS").open();
        flags.forEach(flag -> to.atom(flag.toString()));
        to.close();
    }
}
