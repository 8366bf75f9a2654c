package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 ESEARCH IN (mailboxes "a" subtree "b") RETURN (COUNT) UNSEEN} (RFC 7377).
 *
 * @param sources where to search; empty: in the selected mailbox
 * @param scope words that narrow the sources, if there is a list of them
 * @param results what RETURN asks for; an empty optional: no RETURN
 */
public record MultiSearchCommand(
        List<MailboxFilter> sources,
        List<Parameter> scope,
        Optional<List<ResultOption>> results,
        Optional<Octets> charset,
        List<SearchKey> keys)
        implements Command {

    public static final View<MultiSearchCommand> VIEW =
            MessageReader.command(CommandName.ESEARCH, MultiSearchCommand::read);

    public MultiSearchCommand {
        sources = List.copyOf(sources);
        scope = List.copyOf(scope);
        results = results.map(List::copyOf);
        charset.ifPresent(Strings::checked);
        keys = List.copyOf(keys);
        if (keys.isEmpty() || sources.isEmpty() && !scope.isEmpty()) {
            throw new IllegalArgumentException("no search keys, or the scope of nothing");
        }
    }

    private static MultiSearchCommand read(Args args) {
        List<MailboxFilter> sources = new ArrayList<>();
        List<Parameter> scope = List.of();
        if (args.take("IN")) {
            Args list = args.list("sources");
            do {
                sources.add(MailboxFilter.read(list, MailboxFilter.Kind.SELECTED_DELAYED));
            } while (list.more() && !list.atList());
            scope = Grammar.SCOPE.optional(list);
            list.end();
        }
        return new MultiSearchCommand(
                sources, scope, SearchCommand.results(args), SearchCommand.charset(args), SearchReader.read(args));
    }

    @Override
    public View<MultiSearchCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.ESEARCH;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        if (!sources.isEmpty()) {
            to.atom("IN").open();
            sources.forEach(source -> source.write(to));
            Grammar.SCOPE.write(scope, to);
            to.close();
        }
        results.ifPresent(list -> Grammar.RESULTS.writeList(list, to.atom("RETURN")));
        charset.ifPresent(name -> to.atom("CHARSET").astring(name));
        keys.forEach(key -> key.match(new SearchWriting(to)));
    }
}
