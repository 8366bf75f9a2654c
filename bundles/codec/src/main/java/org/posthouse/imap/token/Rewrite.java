package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes to single tokens of one message. Every octet outside the changed tokens, and the one space that comes or goes
 * with a token, stays as it was. Not thread-safe; the message itself never changes.
 *
 * <p>Tokens must be of this message, and no two changes may touch the same one; a literal that streams can't be removed,
 * because its octets are already on their way. All that is an IllegalArgumentException.
 */
public final class Rewrite {

    /**
     * What becomes of [start, end). Which spaces go is known when all edits are.
     *
     * @param removes whether a space goes with it
     * @param first where its own leading space isn't wanted: behind the parenthesis of a list, if nothing else is left in
     *     it; 0 for nowhere
     */
    private record Edit(int start, int end, Octets octets, List<Integer> gaps, boolean removes, int first) {

        Edit(int start, int end, Octets octets, List<Integer> gaps) {
            this(start, end, octets, gaps, false, 0);
        }

        /** Without its leading space. */
        Edit bare() {
            List<Integer> moved = gaps.stream().map(gap -> gap - 1).toList();
            return new Edit(start, end, octets.slice(1, octets.length()), moved);
        }
    }

    private final Message message;
    private final WriteLimits receiver;
    private final List<Edit> edits = new ArrayList<>();

    Rewrite(Message message, WriteLimits receiver) {
        this.message = message;
        this.receiver = receiver;
    }

    /** Writes something in place of a token. */
    public Rewrite replace(Token token, Consumer<TokenWriter> with) {
        return edit(own(token).start(), token.end(), "", written(with), "", 0);
    }

    public Rewrite insertBefore(Token token, Consumer<TokenWriter> what) {
        return edit(own(token).start(), token.start(), "", written(what), " ", 0);
    }

    public Rewrite insertAfter(Token token, Consumer<TokenWriter> what) {
        return edit(own(token).end(), token.end(), " ", written(what), "", 0);
    }

    /** Writes something as the last of a list. */
    public Rewrite append(TokenList list, Consumer<TokenWriter> what) {
        if (!own(list).closed()) {
            throw new IllegalArgumentException("more of the list is to come");
        }
        List<Token> items = list.items();
        int first = list.start() + 1;
        int at = items.isEmpty() ? first : items.get(items.size() - 1).end();
        return edit(at, at, items.isEmpty() ? "" : " ", written(what), "", items.isEmpty() ? 0 : first);
    }

    /** Takes a token away with the space before it, or the one behind it if it is the first of what is left. */
    public Rewrite remove(Token token) {
        return removeRange(token, token);
    }

    Rewrite removeRange(Token first, Token last) {
        add(new Edit(own(first).start(), own(last).end(), Octets.EMPTY, List.of(), true, 0));
        return this;
    }

    /** Replaces all from the first to the last, with what stands between them, by octets that are tokens. */
    Rewrite replaceRange(Token first, Token last, Octets octets, List<Integer> gaps) {
        add(new Edit(own(first).start(), own(last).end(), octets, gaps));
        return this;
    }

    Rewrite insertVerbatim(int at, String before, Octets octets, String after, List<Integer> gaps) {
        List<Integer> moved = gaps.stream().map(gap -> gap + before.length()).toList();
        add(new Edit(at, at, joined(before, octets, after), moved));
        return this;
    }

    /** Announces a literal anew: for the other kind of waiting, or for content of another length that will stream. */
    public Rewrite announce(Token.Literal literal, long length, boolean synchronising) {
        if (length != own(literal).length() && !literal.streamed()) {
            throw new IllegalArgumentException("the content is here: replace it");
        }
        Octets octets = Words.announcement(length, literal.literal8(), !synchronising);
        List<Integer> gap = literal.streamed() ? List.of(octets.length()) : List.of();
        add(new Edit(literal.start(), literal.content(), octets, gap));
        return this;
    }

    /** The changed message, to be read as the old one was. */
    public Message message() {
        List<Edit> ordered = new ArrayList<>(edits);
        if (ordered.size() > 1) {
            ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        }
        Line out = new Line(message.octets().length() + 64);
        List<Integer> gaps = new ArrayList<>(message.streamed().size());
        int at = 0;
        // Behind what was kept last, if nothing was written since.
        int kept = -1;
        for (Edit edit : ordered) {
            if (edit.start() < at) {
                throw new IllegalArgumentException("two changes of one token");
            }
            boolean before = edit.removes() && edit.start() > at && isSpace(edit.start() - 1);
            int to = before ? edit.start() - 1 : edit.start();
            keep(at, to, out, gaps);
            kept = to > at ? to : kept;
            put(edit.first() == kept ? edit.bare() : edit, out, gaps);
            kept = edit.removes() ? kept : -1;
            at = edit.removes() && !before && separates(edit, kept) ? edit.end() + 1 : edit.end();
        }
        keep(at, message.octets().length(), out, gaps);
        return Message.of(message.kind(), out.octets(), message.reading(), gaps, message.complete());
    }

    /** Whether the space behind it stands between it and the next only; behind BODY[] without {@code <0.5>} it stays. */
    private boolean separates(Edit edit, int kept) {
        int from = kept < 0 ? edit.start() : kept;
        boolean leads = from == 0 || " ([".indexOf(message.octets().at(from - 1)) >= 0;
        return leads && isSpace(edit.end());
    }

    private static void put(Edit edit, Line out, List<Integer> gaps) {
        for (int gap : edit.gaps()) {
            gaps.add(out.length() + gap);
        }
        out.put(edit.octets());
    }

    private boolean isSpace(int index) {
        return index < message.octets().length() && message.octets().at(index) == ' ';
    }

    private void keep(int from, int to, Line out, List<Integer> gaps) {
        for (int gap : message.streamed()) {
            if (gap > from && gap <= to) {
                gaps.add(out.length() + gap - from);
            }
        }
        out.put(message.octets().slice(from, to));
    }

    private TokenWriter written(Consumer<TokenWriter> what) {
        TokenWriter writer = new TokenWriter(message.kind(), receiver);
        what.accept(writer);
        return writer;
    }

    private <T extends Token> T own(T token) {
        if (!message.octets().equals(token.message)) {
            throw new IllegalArgumentException("a token of another message");
        }
        return token;
    }

    private Rewrite edit(int start, int end, String before, TokenWriter writer, String after, int first) {
        List<Integer> gaps =
                writer.line().gaps().stream().map(gap -> gap + before.length()).toList();
        add(new Edit(start, end, joined(before, writer.line().octets(), after), gaps, false, first));
        return this;
    }

    private void add(Edit edit) {
        boolean streams = !message.streamed().isEmpty()
                && message.streamed().stream().anyMatch(gap -> gap > edit.start() && gap <= edit.end());
        if (streams && edit.gaps().isEmpty()) {
            throw new IllegalArgumentException("a literal that streams can't be taken away");
        }
        edits.add(edit);
    }

    private static Octets joined(String before, Octets octets, String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return octets;
        }
        Line out = new Line(octets.length() + before.length() + after.length());
        out.put(before);
        out.put(octets);
        out.put(after);
        return out.octets();
    }
}
