package org.posthouse.imap.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 STORE 2:4 (UNCHANGEDSINCE 12) +FLAGS.SILENT (\Deleted)}, {@code a1 STORE 1 -X-GM-LABELS (\Inbox)}
 * (RFC 9051 §6.4.6, RFC 7162 §3.1.3, Gmail).
 *
 * @param modifiers empty if there is no list of them
 * @param silent whether the server is asked not to tell the result
 * @param value what is stored
 */
public record StoreCommand(
        boolean uid,
        SequenceSet messages,
        List<StoreModifier> modifiers,
        Change change,
        boolean silent,
        StoreValue value)
        implements Command {

    public static final View<StoreCommand> VIEW = MessageReader.command("STORE", StoreCommand::read);

    private static final String SILENT = ".SILENT";

    /** What happens to the flags that a message has. */
    public enum Change {
        REPLACE(""),
        ADD("+"),
        REMOVE("-");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }
    }

    public StoreCommand {
        modifiers = List.copyOf(modifiers);
    }

    public static StoreCommand of(boolean uid, SequenceSet messages, Change change, List<Flag> flags) {
        return new StoreCommand(uid, messages, List.of(), change, false, new StoreValue.Flags(true, flags));
    }

    private static StoreCommand read(Args args, boolean uid) {
        SequenceSet messages = args.sequenceSet();
        List<StoreModifier> modifiers = args.atList() ? Grammar.STORE.optional(args) : List.of();
        String word = args.octets("item").latin1().toUpperCase(Locale.ROOT);
        Change change = word.startsWith("+") ? Change.ADD : word.startsWith("-") ? Change.REMOVE : Change.REPLACE;
        boolean silent = word.endsWith(SILENT);
        String name = word.substring(change.sign.length(), word.length() - (silent ? SILENT.length() : 0));
        FetchItemName item = Optional.of(name)
                .filter(text -> text.equals("FLAGS") || text.startsWith("X-"))
                .flatMap(text -> FetchItemName.read(Octets.of(text)))
                .orElseThrow(() -> args.fault("no flags item"));
        args.word("item");
        return new StoreCommand(uid, messages, modifiers, change, silent, StoreValue.read(item, args));
    }

    @Override
    public View<StoreCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_STORE : CommandName.STORE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(messages.toString());
        Grammar.STORE.write(modifiers, to);
        to.atom(change.sign + value.item() + (silent ? SILENT : ""));
        value.write(to);
    }
}
