package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 UID SEARCH RETURN (MIN) CHARSET UTF-8 UNSEEN FROM fred} (RFC 9051 §6.4.4).
 *
 * @param results what is to be returned; empty optional: as in RFC 3501
 * @param charset of the strings
 * @param keys at least one; a message must fit all
 */
public record SearchCommand(
        boolean uid, Optional<List<ResultOption>> results, Optional<Octets> charset, List<SearchKey> keys)
        implements Command {

    public static final View<SearchCommand> VIEW = MessageReader.command("SEARCH", SearchCommand::read);

    public SearchCommand {
        results = results.map(List::copyOf);
        charset.ifPresent(Strings::checked);
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no search keys");
        }
    }

    public static SearchCommand of(boolean uid, List<SearchKey> keys) {
        return new SearchCommand(uid, Optional.empty(), Optional.empty(), keys);
    }

    private static SearchCommand read(Args args, boolean uid) {
        return new SearchCommand(uid, results(args), charset(args), SearchReader.read(args));
    }

    /** {@code RETURN (…)}, if it comes now. */
    static Optional<List<ResultOption>> results(Args args) {
        return args.take("RETURN") ? Optional.of(Grammar.RESULTS.all(args.list("results"))) : Optional.empty();
    }

    static Optional<Octets> charset(Args args) {
        return args.take("CHARSET") ? Optional.of(args.astring("charset")) : Optional.empty();
    }

    @Override
    public View<SearchCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_SEARCH : CommandName.SEARCH;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        results.ifPresent(list -> {
            to.atom("RETURN");
            Grammar.RESULTS.writeList(list, to);
        });
        charset.ifPresent(name -> to.atom("CHARSET").astring(name));
        keys.forEach(key -> key.match(new SearchWriting(to)));
    }
}
