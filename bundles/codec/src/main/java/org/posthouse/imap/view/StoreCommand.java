package org.posthouse.imap.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 STORE 2:4 (UNCHANGEDSINCE 12) +FLAGS.SILENT (\Deleted)} (RFC 9051 §6.4.6, RFC 7162 §3.1.3).
 *
 * @param modifiers empty if there is no list of them
 * @param item what is stored; FLAGS but for extensions (X-GM-LABELS)
 * @param silent whether the server is asked not to tell the result
 * @param listed whether the flags are in parentheses
 */
public record StoreCommand(
        boolean uid,
        SequenceSet messages,
        List<Parameter> modifiers,
        Change change,
        FetchItemName item,
        boolean silent,
        boolean listed,
        List<Flag> flags)
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
        flags = List.copyOf(flags);
        if (!listed && flags.isEmpty() || item.is("FLAGS") && flags.contains(Flag.WILDCARD)) {
            throw new IllegalArgumentException("no flags without parentheses, or a wildcard");
        }
    }

    public static StoreCommand of(boolean uid, SequenceSet messages, Change change, List<Flag> flags) {
        return new StoreCommand(uid, messages, List.of(), change, FetchItemName.FLAGS, false, true, flags);
    }

    private static StoreCommand read(Args args, boolean uid) {
        SequenceSet messages = args.sequenceSet();
        List<Parameter> modifiers = args.atList() ? Grammar.STORE.optional(args) : List.of();
        String word = args.peek("item").octets().latin1().toUpperCase(Locale.ROOT);
        Change change = word.startsWith("+") ? Change.ADD : word.startsWith("-") ? Change.REMOVE : Change.REPLACE;
        boolean silent = word.endsWith(SILENT);
        String name = word.substring(change.sign.length(), word.length() - (silent ? SILENT.length() : 0));
        FetchItemName item = Optional.of(name)
                .filter(text -> text.equals("FLAGS") || text.startsWith("X-"))
                .flatMap(text -> FetchItemName.read(Octets.of(text)))
                .orElseThrow(() -> args.fault("no flags item"));
        args.word("item");
        boolean listed = args.atList();
        List<Flag> flags = listed ? args.flags() : args.all(Args::flag);
        if (flags.contains(Flag.WILDCARD) || !listed && flags.isEmpty()) {
            throw args.fault("no flags to store");
        }
        return new StoreCommand(uid, messages, modifiers, change, item, silent, listed, flags);
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
        Parameter.write(modifiers, to);
        to.atom(change.sign + item + (silent ? SILENT : ""));
        if (listed) {
            to.open();
        }
        flags.forEach(flag -> to.atom(flag.toString()));
        if (listed) {
            to.close();
        }
    }
}
