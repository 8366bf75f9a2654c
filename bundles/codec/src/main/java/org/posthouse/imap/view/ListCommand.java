package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 LIST (SUBSCRIBED) "" ("INBOX" "Sent/%") RETURN (CHILDREN STATUS (MESSAGES))} (RFC 9051 §6.3.9, RFC 5258).
 *
 * @param selection words before the reference; an empty optional: no list of them
 * @param patterns at least one; as they stand, wildcards included
 * @param listed whether the patterns are in parentheses; must be for several
 * @param results what RETURN asks for; an empty optional: no RETURN
 */
public record ListCommand(
        Optional<List<SelectionOption>> selection,
        MailboxName reference,
        boolean listed,
        List<Octets> patterns,
        Optional<List<ReturnOption>> results)
        implements Command {

    public static final View<ListCommand> VIEW = MessageReader.command(CommandName.LIST, ListCommand::read);

    public ListCommand {
        selection = selection.map(List::copyOf);
        results = results.map(List::copyOf);
        patterns = List.copyOf(patterns);
        patterns.forEach(Strings::checked);
        if (patterns.isEmpty() || !listed && patterns.size() > 1) {
            throw new IllegalArgumentException("no pattern, or several without parentheses");
        }
    }

    public static ListCommand of(MailboxName reference, String pattern) {
        return new ListCommand(Optional.empty(), reference, false, List.of(Octets.of(pattern)), Optional.empty());
    }

    private static ListCommand read(Args args) {
        Optional<List<SelectionOption>> selection = Optional.empty();
        if (args.atList()) {
            selection = Optional.of(Grammar.SELECTION.all(args.list("selection")));
            if (lacksBase(selection.get())) {
                args.note(Defect.ODD_ARGUMENT);
            }
        }
        MailboxName reference = args.mailbox();
        boolean listed = args.atList();
        List<Octets> patterns = listed ? args.list("patterns").some(ListCommand::pattern) : List.of(pattern(args));
        Optional<List<ReturnOption>> results =
                args.take("RETURN") ? Optional.of(Grammar.RETURN.all(args.list("return options"))) : Optional.empty();
        return new ListCommand(selection, reference, listed, patterns, results);
    }

    /** RECURSIVEMATCH changes another option and can't stand alone, nor with REMOTE only (RFC 5258 §3.1). */
    private static boolean lacksBase(List<SelectionOption> selection) {
        return selection.contains(SelectionOption.Plain.RECURSIVEMATCH)
                && Set.of(SelectionOption.Plain.RECURSIVEMATCH, SelectionOption.Plain.REMOTE)
                        .containsAll(selection);
    }

    /** The list-mailbox of RFC 9051 §9: an atom may hold wildcards. */
    static Octets pattern(Args args) {
        Token token = args.peek("pattern");
        if (!(token instanceof Token.Atom)) {
            return args.astring("pattern");
        }
        Octets word = args.word("pattern");
        if (!Word.isAstringAtom(Octets.of(word.latin1().replace('%', 'x').replace('*', 'x')))) {
            args.note(Defect.UNQUOTED);
        }
        return word;
    }

    @Override
    public View<ListCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.LIST;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        selection.ifPresent(list -> Grammar.SELECTION.writeList(list, to));
        reference.write(to);
        if (listed) {
            to.open();
        }
        patterns.forEach(to::string);
        if (listed) {
            to.close();
        }
        results.ifPresent(list -> Grammar.RETURN.writeList(list, to.atom("RETURN")));
    }
}
