package org.posthouse.imap.view;

import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.TokenWriter;

/** Reads and writes what ESEARCH tells. */
record SearchResults(TokenWriter to) implements SearchResult.Cases<TokenWriter> {

    static SearchResult read(Args args) {
        String name = args.atom("search result").toUpperCase(Locale.ROOT);
        return switch (name) {
            case "MIN", "MAX" -> new SearchResult.Numbered(name, args.positive("number", Args.NUMBER_32));
            case "COUNT" -> new SearchResult.Numbered(name, args.number32("count"));
            case "MODSEQ" -> new SearchResult.Numbered(name, args.positive("modification sequence", Long.MAX_VALUE));
            case "ALL" -> new SearchResult.All(args.knownSet());
            case "PARTIAL" -> partial(args.list("partial result"));
            case "ADDTO", "REMOVEFROM" -> positions(name, args.list("positions"));
            case "RELEVANCY" ->
                new SearchResult.Relevancy(args.list("scores").all(list -> list.number("score", 1, 100)));
            default -> new SearchResult.Other(name, Opaque.of(args.next("value")));
        };
    }

    private static SearchResult partial(Args list) {
        PartialRange range = PartialRange.read(list);
        Optional<SequenceSet> messages = list.takeNil() ? Optional.empty() : Optional.of(list.knownSet());
        list.end();
        return new SearchResult.Partial(range, messages);
    }

    private static SearchResult positions(String name, Args list) {
        if (!list.more()) {
            throw list.fault("no positions");
        }
        return new SearchResult.Positions(
                name,
                list.all(pair -> new SearchResult.Positions.Position(pair.number32("position"), pair.knownSet())));
    }

    @Override
    public TokenWriter numbered(SearchResult.Numbered number) {
        return to.number(number.value());
    }

    @Override
    public TokenWriter all(SearchResult.All all) {
        return to.atom(all.messages().toString());
    }

    @Override
    public TokenWriter partial(SearchResult.Partial partial) {
        to.open().atom(partial.range().toString());
        partial.messages().ifPresentOrElse(set -> to.atom(set.toString()), to::nil);
        return to.close();
    }

    @Override
    public TokenWriter positions(SearchResult.Positions positions) {
        to.open();
        positions.positions().forEach(position -> to.number(position.at())
                .atom(position.messages().toString()));
        return to.close();
    }

    @Override
    public TokenWriter relevancy(SearchResult.Relevancy relevancy) {
        to.open();
        relevancy.scores().forEach(to::number);
        return to.close();
    }

    @Override
    public TokenWriter other(SearchResult.Other other) {
        return to.verbatim(other.value().token());
    }
}
