package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;

/**
 * Brings a newly written message into an old one: where both say the same the old octets stay, whatever form they have;
 * what differs is replaced token by token.
 */
final class Merge {

    private final Rewrite rewrite;
    private final Octets written;
    private final List<Integer> gaps;
    private final Sameness sameness;

    private Merge(Rewrite rewrite, Octets written, List<Integer> gaps, TokenWriter writer) {
        this.rewrite = rewrite;
        this.written = written;
        this.gaps = gaps;
        this.sameness = new Sameness(writer.line());
    }

    /** The old message saying what the writer wrote; the writer's, whole, if one of them can't be parsed. */
    static Message of(Message old, Optional<TokenWriter> base, TokenWriter writer) {
        Message fresh = writer.message(old.reading());
        Optional<Message> same = base.map(before -> before.message(old.reading()));
        if (same.filter(said -> said.octets().equals(fresh.octets())).isPresent()) {
            return old;
        }
        Optional<TokenTree> before = old.tokens().value();
        Optional<TokenTree> after = fresh.tokens().value();
        if (before.isEmpty() || after.isEmpty()) {
            return fresh;
        }
        Merge merge = new Merge(old.rewrite(writer.receiver()), fresh.octets(), fresh.streamed(), writer);
        merge.lists(before.get().tokens(), known(old, same), after.get().tokens(), 0);
        return merge.rewrite.message();
    }

    /** The tokens of what the writer makes of the old message: mostly the old ones, spelled as it spells. */
    private static List<Token> known(Message old, Optional<Message> same) {
        if (same.isEmpty()) {
            return List.of();
        }
        Message said = same.get();
        boolean alike = said.octets().equals(old.octets()) && said.streamed().equals(old.streamed());
        return (alike ? old : said).tokens().value().map(TokenTree::tokens).orElse(List.of());
    }

    /** The base says what the old list says; it is of use if it has as many tokens. */
    private void lists(List<Token> old, List<Token> base, List<Token> fresh, int whenEmpty) {
        if (alike(base, fresh)) {
            return;
        }
        List<Token> known = base.size() == old.size() ? base : old;
        int least = Math.min(old.size(), fresh.size());
        int head = 0;
        while (head < least && same(old.get(head), known.get(head), fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && sameFromEnd(old, known, fresh, tail + 1)) {
            tail++;
        }
        while (head > 0 && (glued(old, head) || glued(fresh, head))) {
            head--;
        }
        while (tail > 0 && (glued(old, old.size() - tail) || glued(fresh, fresh.size() - tail))) {
            tail--;
        }
        List<Token> gone = old.subList(head, old.size() - tail);
        List<Token> come = fresh.subList(head, fresh.size() - tail);
        if (gone.size() == come.size() && gluedAlike(gone, come)) {
            for (int i = 0; i < gone.size(); i++) {
                replace(gone.get(i), known.get(head + i), come.get(i));
            }
        } else if (come.isEmpty()) {
            rewrite.removeRange(gone.get(0), gone.get(gone.size() - 1));
        } else if (gone.isEmpty()) {
            insert(old, head, come, whenEmpty);
        } else {
            range(gone, come);
        }
    }

    /** Whether nothing stands between this token and the one before. */
    private static boolean glued(List<Token> tokens, int index) {
        return index > 0
                && index < tokens.size()
                && tokens.get(index - 1).end() == tokens.get(index).start();
    }

    private static boolean gluedAlike(List<Token> gone, List<Token> come) {
        for (int i = 1; i < gone.size(); i++) {
            if (glued(gone, i) != glued(come, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameFromEnd(List<Token> old, List<Token> known, List<Token> fresh, int back) {
        int index = old.size() - back;
        return same(old.get(index), known.get(index), fresh.get(fresh.size() - back));
    }

    /** Whether two writings of one hand are the same; an empty base is none. */
    private boolean alike(List<Token> base, List<Token> fresh) {
        if (base.isEmpty() || base.size() != fresh.size()) {
            return false;
        }
        for (int i = 0; i < base.size(); i++) {
            if (!Sameness.sameOctets(base.get(i), fresh.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(Token old, Token known, Token fresh) {
        return sameness.same(old, fresh) || !known.equals(old) && Sameness.sameOctets(known, fresh);
    }

    private void replace(Token old, Token known, Token fresh) {
        boolean both = old instanceof TokenList && fresh instanceof TokenList;
        if (both && ((TokenList) old).bracketed() == ((TokenList) fresh).bracketed()) {
            List<Token> base = known instanceof TokenList list ? list.items() : List.of();
            lists(((TokenList) old).items(), base, ((TokenList) fresh).items(), old.start() + 1);
        } else {
            range(List.of(old), List.of(fresh));
        }
    }

    private void range(List<Token> gone, List<Token> come) {
        int start = come.get(0).start();
        int end = come.get(come.size() - 1).end();
        rewrite.replaceRange(gone.get(0), gone.get(gone.size() - 1), written.slice(start, end), gapsOf(start, end));
    }

    private void insert(List<Token> old, int head, List<Token> come, int whenEmpty) {
        int start = come.get(0).start();
        int end = come.get(come.size() - 1).end();
        int at = old.isEmpty()
                ? whenEmpty
                : head == 0 ? old.get(0).start() : old.get(head - 1).end();
        String before = head == 0 ? "" : " ";
        String after = head == 0 && !old.isEmpty() ? " " : "";
        rewrite.insertVerbatim(at, before, written.slice(start, end), after, gapsOf(start, end));
    }

    private List<Integer> gapsOf(int start, int end) {
        return gaps.isEmpty()
                ? gaps
                : gaps.stream()
                        .filter(gap -> gap > start && gap <= end)
                        .map(gap -> gap - start)
                        .toList();
    }
}
