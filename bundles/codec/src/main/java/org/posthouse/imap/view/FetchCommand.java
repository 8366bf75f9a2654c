package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 UID FETCH 1:* (FLAGS BODY.PEEK[HEADER]) (CHANGEDSINCE 12)} (RFC 9051 §6.4.5, RFC 4466 §2.4).
 *
 * @param uid whether the messages are named by UID
 * @param listed whether the items are in parentheses, as they must be if there is more than one
 * @param items at least one; a macro stands alone and without parentheses
 * @param modifiers empty if there is no list of them
 */
public record FetchCommand(
        boolean uid, SequenceSet messages, boolean listed, List<FetchItem> items, List<FetchModifier> modifiers)
        implements Command {

    public static final View<FetchCommand> VIEW = MessageReader.command("FETCH", FetchCommand::read);

    public FetchCommand {
        items = List.copyOf(items);
        modifiers = List.copyOf(modifiers);
        boolean macro = items.stream().anyMatch(item -> item.name().macro());
        if (items.isEmpty() || !listed && items.size() > 1 || macro && listed) {
            throw new IllegalArgumentException("no items, several without parentheses, or a macro in them");
        }
    }

    public static FetchCommand of(boolean uid, SequenceSet messages, List<FetchItem> items) {
        boolean listed = items.size() != 1 || !items.get(0).name().macro();
        return new FetchCommand(uid, messages, listed, items, List.of());
    }

    private static FetchCommand read(Args args, boolean uid) {
        SequenceSet messages = args.sequenceSet();
        boolean listed = args.atList();
        List<FetchItem> items = new ArrayList<>();
        if (listed) {
            Args list = args.list("items");
            items.addAll(list.all(FetchCommand::listed));
            if (items.isEmpty()) {
                throw list.fault("no items");
            }
        } else {
            items.add(FetchItem.read(args));
        }
        List<FetchModifier> modifiers = Grammar.FETCH.optional(args);
        if (misplaced(uid, modifiers)) {
            args.note(Defect.ODD_ARGUMENT);
        }
        return new FetchCommand(uid, messages, listed, items, modifiers);
    }

    /** VANISHED is for UID FETCH with CHANGEDSINCE (RFC 7162 §3.2.6), PARTIAL for UID FETCH (RFC 9394 §3.2). */
    private static boolean misplaced(boolean uid, List<FetchModifier> modifiers) {
        boolean since = modifiers.stream().anyMatch(FetchModifier.ChangedSince.class::isInstance);
        return modifiers.stream()
                .anyMatch(modifier -> modifier instanceof FetchModifier.Vanished && !(uid && since)
                        || modifier instanceof FetchModifier.Partial && !uid);
    }

    private static FetchItem listed(Args list) {
        FetchItem item = FetchItem.listed(list);
        if (item.name().macro()) {
            throw list.fault("a macro in a list");
        }
        return item;
    }

    @Override
    public View<FetchCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_FETCH : CommandName.FETCH;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(messages.toString());
        if (listed) {
            to.open();
        }
        items.forEach(item -> item.write(to));
        if (listed) {
            to.close();
        }
        Grammar.FETCH.write(modifiers, to);
    }
}
