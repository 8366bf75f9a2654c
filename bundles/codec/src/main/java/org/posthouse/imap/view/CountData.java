package org.posthouse.imap.view;

import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * 23 EXISTS}, {@code * 3 RECENT}, {@code * 44 EXPUNGE} (RFC 9051 §7.4.1, §7.5.1). */
public record CountData(long number, ResponseName name) implements Response {

    static final Set<ResponseName> NAMES = Set.of(ResponseName.EXISTS, ResponseName.RECENT, ResponseName.EXPUNGE);

    public static final View<CountData> VIEW = MessageReader.of(Message.Kind.RESPONSE, CountData::read);

    public CountData {
        long least = name.equals(ResponseName.EXPUNGE) ? 1 : 0;
        if (!NAMES.contains(name) || number < least || number > Args.NUMBER_32) {
            throw new IllegalArgumentException(number + " " + name);
        }
    }

    private static Optional<CountData> read(Args args, TokenTree tree) {
        Optional<ResponseName> name = MessageReader.dataName(tree, 2).filter(NAMES::contains);
        if (name.isEmpty() || !args.take("*")) {
            return Optional.empty();
        }
        boolean expunge = name.get().equals(ResponseName.EXPUNGE);
        long number = expunge ? args.positive("message number", Args.NUMBER_32) : args.number32("count");
        args.skip("name");
        args.end();
        return Optional.of(new CountData(number, name.get()));
    }

    @Override
    public View<CountData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").number(number).atom(name.toString());
    }
}
