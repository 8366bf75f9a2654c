package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command or response: its octets, and what they mean when somebody asks.
 *
 * <p>A streamed literal's content isn't among the octets; they go on right behind its announcement. A message that
 * isn't complete ends behind a streamed literal's announcement or wherever was read so far; its open lists are not
 * closed.
 *
 * <p>Tokens and views are made on first use and kept. Immutable for callers; if two threads ask first, both may parse,
 * with equal results.
 */
public final class Message {

    /** Who speaks. */
    public enum Kind {
        /** A client's command, from its tag on. */
        COMMAND,
        /** A server's response: greeting, data, status, continuation request. */
        RESPONSE
    }

    private record Memo(
            View<?> view, Parsed<?> result, @Nullable Memo next) {}

    private static final int[] NO_GAPS = {};

    private final Kind kind;
    private final Octets octets;
    private final Reading reading;
    private final int[] gaps;
    private final boolean complete;
    private @Nullable Parsed<TokenTree> tokens;
    private @Nullable Memo memos;

    private Message(Kind kind, Octets octets, Reading reading, int[] gaps, boolean complete) {
        this.kind = kind;
        this.octets = octets;
        this.reading = reading;
        this.gaps = gaps;
        this.complete = complete;
    }

    /** A whole command with its line end and all its literals. */
    public static Message command(Octets octets, Reading reading) {
        return new Message(Kind.COMMAND, octets, reading, NO_GAPS, true);
    }

    /** A whole response with its line end and all its literals. */
    public static Message response(Octets octets, Reading reading) {
        return new Message(Kind.RESPONSE, octets, reading, NO_GAPS, true);
    }

    /**
     * A message of which parts may be elsewhere.
     *
     * @param streamed where the content of a literal is left out: indices into the octets, ascending
     * @param complete whether the octets end with the message's line end
     * @throws IllegalArgumentException if the indices don't ascend or aren't in the octets
     */
    public static Message of(Kind kind, Octets octets, Reading reading, List<Integer> streamed, boolean complete) {
        int[] gaps = streamed.isEmpty()
                ? NO_GAPS
                : streamed.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] <= (i == 0 ? 0 : gaps[i - 1]) || gaps[i] > octets.length()) {
                throw new IllegalArgumentException("streamed literals at " + streamed);
            }
        }
        return new Message(kind, octets, reading, gaps, complete);
    }

    public Kind kind() {
        return kind;
    }

    /** The octets as they came, or as they are to be sent; without the content of streamed literals. */
    public Octets octets() {
        return octets;
    }

    public Reading reading() {
        return reading;
    }

    /** Whether nothing is to follow behind these octets. */
    public boolean complete() {
        return complete;
    }

    /** Where the content of streamed literals is left out: indices into {@link #octets()}, ascending. */
    public List<Integer> streamed() {
        return gaps.length == 0 ? List.of() : Arrays.stream(gaps).boxed().toList();
    }

    boolean streamsAt(int index) {
        return gaps.length > 0 && Arrays.binarySearch(gaps, index) >= 0;
    }

    /** The tokens; never Absent. */
    public Parsed<TokenTree> tokens() {
        Parsed<TokenTree> known = tokens;
        if (known == null) {
            known = new Tokenizer(this).parse();
            tokens = known;
        }
        return known;
    }

    /** The message as this view sees it. */
    public <V> Parsed<V> view(View<V> view) {
        Memo known = memos;
        for (Memo memo = known; memo != null; memo = memo.next()) {
            if (memo.view().equals(view)) {
                return typed(memo.result());
            }
        }
        Parsed<V> result = view.read(this);
        memos = new Memo(view, result, known);
        return result;
    }

    /** The memo keeps a result beside the view that made it. */
    @SuppressWarnings("unchecked")
    private static <V> Parsed<V> typed(Parsed<?> result) {
        return (Parsed<V>) result;
    }

    /**
     * Where sending must wait for a continuation request: indices behind the announcements of a command's
     * synchronising literals. Empty for a response, and for what is Malformed.
     */
    public List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        if (kind == Kind.COMMAND) {
            for (Token.Literal literal :
                    tokens().value().map(TokenTree::literals).orElse(List.of())) {
                if (literal.synchronising()) {
                    cuts.add(literal.content());
                }
            }
        }
        return cuts;
    }

    /** A changed copy of this message in the making, written as the receiver can take it. */
    public Rewrite rewrite(WriteLimits receiver) {
        return new Rewrite(this, receiver);
    }

    /**
     * This message saying what the second writer wrote. Tokens that say the same already keep their octets, in whatever
     * form; if this message is Malformed it is the writer's message.
     *
     * @param before what this message says, written by the same hand: what is the same in both is no change, although
     *     this message spells it in another way
     * @param after a message of the same kind, tag included, without the line end
     */
    public Message merged(Optional<TokenWriter> before, TokenWriter after) {
        return Merge.of(this, before, after);
    }

    @Override
    public String toString() {
        return kind + "[" + octets.length() + (complete ? "]" : "…]");
    }
}
