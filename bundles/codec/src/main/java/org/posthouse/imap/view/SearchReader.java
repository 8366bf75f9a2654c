package org.posthouse.imap.view;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/** Reads search keys without recursion; NOT and OR nest as parentheses do, and count as such. */
final class SearchReader {

    /** What is open: parentheses (or the command itself), or a prefix that waits for its keys. */
    private record Open(String what, Args args, int wanted, List<SearchKey> keys) {

        boolean wants() {
            return wanted > 0 ? keys.size() < wanted : args.more();
        }

        SearchKey key() {
            return switch (what) {
                case "NOT" -> new SearchKey.Not(keys.get(0));
                case "FUZZY" -> new SearchKey.Fuzzy(keys.get(0));
                case "OR" -> new SearchKey.Or(keys.get(0), keys.get(1));
                default -> and();
            };
        }

        private SearchKey and() {
            if (keys.isEmpty()) {
                throw args.fault("no search keys");
            }
            return new SearchKey.And(keys);
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final int nesting;

    private SearchReader(int nesting) {
        this.nesting = nesting;
    }

    /** All keys that are left; at least one. */
    static List<SearchKey> read(Args args) {
        if (!args.more()) {
            throw args.fault("no search keys");
        }
        return new SearchReader(args.reading().nesting()).keys(args);
    }

    private List<SearchKey> keys(Args args) {
        Open all = new Open("", args, 0, new ArrayList<>());
        open.push(all);
        while (true) {
            Open inmost = open.element();
            if (inmost.wants()) {
                one(inmost);
            } else if (open.size() == 1) {
                return all.keys();
            } else {
                open.pop();
                open.element().keys().add(inmost.key());
            }
        }
    }

    private void one(Open inmost) {
        Args args = inmost.args();
        if (args.atList()) {
            begin("", args.list("keys"), 0);
        } else if (args.take("NOT")) {
            begin("NOT", args, 1);
        } else if (args.take("FUZZY")) {
            begin("FUZZY", args, 1);
        } else if (args.take("OR")) {
            begin("OR", args, 2);
        } else {
            inmost.keys().add(leaf(args));
        }
    }

    private void begin(String what, Args args, int wanted) {
        if (open.size() > nesting) {
            throw args.fault("nested deeper than " + nesting);
        }
        open.push(new Open(what, args, wanted, new ArrayList<>(2)));
    }

    private static SearchKey leaf(Args args) {
        if (!(args.peek("search key") instanceof Token.Atom atom)) {
            throw args.fault("no search key");
        }
        String name = atom.octets().latin1().toUpperCase(Locale.ROOT);
        Optional<SequenceSet> set = SequenceSet.parse(name);
        if (set.isEmpty() && !known(name)) {
            throw args.fault("a search key that nobody here knows");
        }
        args.skip("search key");
        if (set.isPresent()) {
            return new SearchKey.Messages(set.get(), false);
        }
        if (SearchWords.SIMPLE.contains(name)) {
            return new SearchKey.Simple(name);
        }
        if (SearchWords.TEXT.contains(name)) {
            return new SearchKey.Text(name, args.astring("text"));
        }
        if (SearchWords.IDENTITY.contains(name)) {
            return new SearchKey.Identity(name, ObjectId.read(args));
        }
        if (SearchWords.DATE.contains(name)) {
            return new SearchKey.Date(name, date(args));
        }
        if (SearchWords.NUMBER.contains(name)) {
            boolean positive = SearchWords.POSITIVE.contains(name);
            return new SearchKey.Numbered(
                    name, positive ? args.positive("number", Args.NUMBER_32) : args.number64("number"));
        }
        return other(name, args);
    }

    private static boolean known(String name) {
        return SearchWords.SIMPLE.contains(name)
                || SearchWords.TEXT.contains(name)
                || SearchWords.IDENTITY.contains(name)
                || SearchWords.DATE.contains(name)
                || SearchWords.NUMBER.contains(name)
                || List.of("HEADER", "KEYWORD", "UNKEYWORD", "UID", "MODSEQ").contains(name);
    }

    private static SearchKey other(String name, Args args) {
        return switch (name) {
            case "HEADER" -> new SearchKey.Header(args.astring("field"), args.astring("text"));
            case "UID" -> new SearchKey.Messages(args.sequenceSet(), true);
            case "MODSEQ" -> modSeq(args);
            default -> keyword(args, name.equals("KEYWORD"));
        };
    }

    private static SearchKey keyword(Args args, boolean set) {
        Octets word = args.octets("keyword");
        if (!word.isEmpty() && word.at(0) == '\\') {
            throw args.fault("not a keyword");
        }
        return new SearchKey.Keyword(args.flag(), set);
    }

    private static SearchKey modSeq(Args args) {
        boolean entry = args.peek("modification sequence") instanceof Token.Quoted;
        if (!entry) {
            return new SearchKey.ModSeq(Optional.empty(), args.number("sequence", 0, Long.MAX_VALUE));
        }
        Optional<ModSeqEntry> whose = Optional.of(ModSeqEntry.read(args));
        return new SearchKey.ModSeq(whose, args.number("sequence", 0, Long.MAX_VALUE));
    }

    private static LocalDate date(Args args) {
        String text = args.said("date").map(Octets::latin1).orElse("");
        Optional<LocalDate> date = text.startsWith(" ") ? Optional.empty() : Dates.date(text);
        LocalDate there = date.orElseThrow(() -> args.fault("no date"));
        args.skip("date");
        return there;
    }
}
