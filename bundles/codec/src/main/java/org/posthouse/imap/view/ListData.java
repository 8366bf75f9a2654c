package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * LIST (\HasChildren) "/" "a b" ("CHILDINFO" ("SUBSCRIBED"))} (RFC 9051 §7.3.1); LSUB, XLIST and RLIST too.
 *
 * @param delimiter between the levels of the name; empty: NIL, there are no levels
 * @param extended what RETURN asked for beyond; an empty optional: no list of it
 */
public record ListData(
        ResponseName name,
        List<ListAttribute> attributes,
        Optional<String> delimiter,
        MailboxName mailbox,
        Optional<List<ListExtension>> extended)
        implements Response {

    static final Set<ResponseName> NAMES =
            Set.of(ResponseName.LIST, ResponseName.of("LSUB"), ResponseName.of("XLIST"), ResponseName.of("RLIST"));

    public static final View<ListData> VIEW = MessageReader.data(NAMES, ListData::read);

    public ListData {
        attributes = List.copyOf(attributes);
        extended = extended.map(List::copyOf);
        Delimiter.checked(delimiter);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " lists no mailbox");
        }
    }

    private static ListData read(ResponseName name, Args args) {
        List<ListAttribute> attributes = args.list("attributes").all(ListAttribute::read);
        Optional<String> delimiter = Delimiter.read(args);
        MailboxName mailbox = args.mailbox();
        Optional<List<ListExtension>> extended =
                args.more() ? Optional.of(args.list("extended data").all(ListExtension::read)) : Optional.empty();
        return new ListData(name, attributes, delimiter, mailbox, extended);
    }

    @Override
    public View<ListData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom(name.toString()).open();
        attributes.forEach(attribute -> to.atom(attribute.toString()));
        to.close();
        Delimiter.write(delimiter, to);
        mailbox.write(to);
        extended.ifPresent(list -> {
            to.open();
            list.forEach(item -> item.write(to));
            to.close();
        });
    }
}
