package org.posthouse.imap.view;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * SEARCH 2 84 882 (MODSEQ 917162500)}, {@code * SORT 5 3 4} (RFC 3501 §7.2.5, RFC 5256 §4, RFC 7162 §3.1.5).
 *
 * @param modSeq the greatest of what was found, if the search was by it
 */
public record SearchData(ResponseName name, List<Long> numbers, OptionalLong modSeq) implements Response {

    static final Set<ResponseName> NAMES = Set.of(ResponseName.SEARCH, ResponseName.of("SORT"));

    public static final View<SearchData> VIEW = MessageReader.data(NAMES, SearchData::read);

    public SearchData {
        NumberList own = NumberList.copyOf(numbers);
        boolean fits = own.within(0, Args.NUMBER_32);
        numbers = own;
        if (!fits || !NAMES.contains(name) || modSeq.orElse(0) < 0) {
            throw new IllegalArgumentException("numbers of " + name);
        }
    }

    private static SearchData read(ResponseName name, Args args) {
        List<Long> numbers = NumberList.read(args, Args.NUMBER_32);
        if (!args.more()) {
            return new SearchData(name, numbers, OptionalLong.empty());
        }
        Args list = args.list("modification sequence");
        if (!list.take("MODSEQ")) {
            throw list.fault("no MODSEQ");
        }
        long modSeq = list.positive("modification sequence", Long.MAX_VALUE);
        list.end();
        return new SearchData(name, numbers, OptionalLong.of(modSeq));
    }

    @Override
    public View<SearchData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom(name.toString());
        NumberList.copyOf(numbers).each(to::number);
        modSeq.ifPresent(value -> to.open().atom("MODSEQ").number(value).close());
    }
}
