package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.TokenWriter;

/** What SEARCH, SORT and ESEARCH shall return (RFC 4731, RFC 5182, RFC 5267, RFC 6203, RFC 9394). */
public sealed interface ResultOption {

    /** Words alone. */
    enum Plain implements ResultOption {
        MIN,
        MAX,
        ALL,
        COUNT,
        /** Keep the result as {@code $} (RFC 5182). */
        SAVE,
        /** RFC 5267. */
        CONTEXT,
        /** RFC 6203. */
        RELEVANCY;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plain(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom(name());
        }
    }

    /**
     * UPDATE: go on telling what joins and leaves the result (RFC 5267).
     *
     * @param items what to tell of messages that join it, if there is a list of that (RFC 5465 §7)
     */
    record Update(List<FetchItem> items) implements ResultOption {
        public Update {
            items = List.copyOf(items);
        }

        static Update read(Args args) {
            return new Update(args.atList() ? args.list("items").some(FetchItem::listed) : List.of());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.update(this);
        }

        @Override
        public void write(TokenWriter to) {
            FetchItem.writeList(items, to.atom("UPDATE"));
        }
    }

    /** PARTIAL: a window on the result (RFC 9394, RFC 5267). */
    record Partial(PartialRange range) implements ResultOption {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partial(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.atom("PARTIAL").atom(range.toString());
        }
    }

    /** What nobody here knows. */
    record Other(Parameter parameter) implements ResultOption {
        public Other {
            Grammar.RESULTS.unknown(parameter);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            parameter.write(to);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R plain(Plain plain);

        R update(Update update);

        R partial(Partial partial);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);
}
