package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/** What STORE sets, adds or removes. */
public sealed interface StoreValue {

    /** What it is put into: FLAGS, X-GM-LABELS. */
    FetchItemName item();

    /**
     * FLAGS.
     *
     * @param listed whether they are in parentheses; must be, if there are none
     */
    record Flags(boolean listed, List<Flag> flags) implements StoreValue {
        public Flags {
            flags = List.copyOf(flags);
            if (!listed && flags.isEmpty() || flags.contains(Flag.WILDCARD)) {
                throw new IllegalArgumentException("no flags without parentheses, or a wildcard");
            }
        }

        @Override
        public FetchItemName item() {
            return FetchItemName.FLAGS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flags(this);
        }

        @Override
        public void write(TokenWriter to) {
            if (listed) {
                to.open();
            }
            flags.forEach(flag -> to.atom(flag.toString()));
            if (listed) {
                to.close();
            }
        }
    }

    /** X-GM-LABELS: system labels begin with a backslash; at least one, but to remove all of them (Gmail). */
    record Labels(List<Octets> labels) implements StoreValue {
        public Labels {
            labels = List.copyOf(labels);
            labels.forEach(Strings::checked);
        }

        @Override
        public FetchItemName item() {
            return FetchItemName.X_GM_LABELS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.labels(this);
        }

        @Override
        public void write(TokenWriter to) {
            FetchValueWriting.writeLabels(labels, to);
        }
    }

    /** An item that nobody here knows, of a name that begins with X. */
    record Other(FetchItemName item, List<Opaque> arguments) implements StoreValue {
        public Other {
            arguments = List.copyOf(arguments);
            boolean known = item.equals(FetchItemName.X_GM_LABELS) || !Word.experimental(item.toString());
            if (known || arguments.isEmpty()) {
                throw new IllegalArgumentException(item + " can't be stored, or nothing of it");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            arguments.forEach(argument -> to.verbatim(argument.token()));
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R flags(Flags flags);

        R labels(Labels labels);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    /** What stands behind the item. */
    void write(TokenWriter to);

    static StoreValue read(FetchItemName item, Args args) {
        if (item.equals(FetchItemName.X_GM_LABELS)) {
            return new Labels(FetchValueReader.labels(args));
        }
        if (!item.equals(FetchItemName.FLAGS)) {
            return new Other(item, args.all(list -> Opaque.of(list.next("argument"))));
        }
        boolean listed = args.atList();
        List<Flag> flags = listed ? args.flags() : args.all(Args::flag);
        if (flags.contains(Flag.WILDCARD) || !listed && flags.isEmpty()) {
            throw args.fault("no flags to store");
        }
        return new Flags(listed, flags);
    }
}
