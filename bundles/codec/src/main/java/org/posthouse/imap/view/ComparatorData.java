package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * COMPARATOR "i;unicode-casemap" ("i;octet")} (RFC 5255 §4.8).
 *
 * @param others those that matched too, if they are told
 */
public record ComparatorData(Octets active, Optional<List<Octets>> others) implements Response {

    public static final View<ComparatorData> VIEW = MessageReader.data(
            "COMPARATOR",
            args -> new ComparatorData(
                    args.astring("comparator"),
                    args.more()
                            ? Optional.of(args.list("comparators").some(list -> list.astring("comparator")))
                            : Optional.empty()));

    public ComparatorData {
        Strings.checked(active);
        others = others.map(List::copyOf);
        others.ifPresent(list -> list.forEach(Strings::checked));
    }

    @Override
    public View<ComparatorData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("COMPARATOR").string(active);
        others.ifPresent(list -> {
            to.open();
            list.forEach(to::string);
            to.close();
        });
    }
}
