package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 UID SORT RETURN (MIN) (REVERSE DATE) UTF-8 SINCE 1-Feb-1994} (RFC 5256 §3, RFC 5267).
 *
 * @param results what RETURN asks for; an empty optional: no RETURN
 */
public record SortCommand(
        boolean uid, Optional<List<ResultOption>> results, List<SortKey> order, Octets charset, List<SearchKey> keys)
        implements Command {

    public static final View<SortCommand> VIEW = MessageReader.command("SORT", SortCommand::read);

    public SortCommand {
        results = results.map(List::copyOf);
        order = List.copyOf(order);
        keys = List.copyOf(keys);
        Strings.checked(charset);
        if (order.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("no criterion, or no search keys");
        }
    }

    private static SortCommand read(Args args, boolean uid) {
        Optional<List<ResultOption>> results = SearchCommand.results(args);
        Args list = args.list("sort criteria");
        if (!list.more()) {
            throw list.fault("no sort criterion");
        }
        return new SortCommand(uid, results, list.all(SortKey::read), args.astring("charset"), SearchReader.read(args));
    }

    @Override
    public View<SortCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_SORT : CommandName.SORT;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        results.ifPresent(list -> Grammar.RESULTS.writeList(list, to.atom("RETURN")));
        to.open();
        order.forEach(key -> key.write(to));
        to.close().astring(charset);
        keys.forEach(key -> key.match(new SearchWriting(to)));
    }
}
