package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes to single tokens of one message. Every octet outside the changed tokens, and the one space that comes or goes
 * with a token, stays as it was. Not thread-safe; the message itself never changes.
 *
 * <p>Tokens must be of this message, and none may be replaced or removed twice; a literal that streams can't be removed,
 * because its octets are already on their way. All that is an IllegalArgumentException.
 */
public final class Rewrite {

    private final Message message;
    private final WriteLimits receiver;
    private final List<Edit> edits = new ArrayList<>();

    Rewrite(Message message, WriteLimits receiver) {
        this.message = message;
        this.receiver = receiver;
    }

    /** Writes something in place of a token. */
    public Rewrite replace(Token token, Consumer<TokenWriter> with) {
        return edit(Edit.Kind.REPLACES, own(token).start(), token.end(), written(with), 0);
    }

    /** Writes something and a space before a token; of several the first stands first. If the token is removed, in its place. */
    public Rewrite insertBefore(Token token, Consumer<TokenWriter> what) {
        return edit(Edit.Kind.BEFORE, own(token).start(), token.start(), written(what), 0);
    }

    /** Writes a space and something behind a token; of several the first stands first. If the token is removed, in its place. */
    public Rewrite insertAfter(Token token, Consumer<TokenWriter> what) {
        return edit(Edit.Kind.BEHIND, own(token).end(), token.end(), written(what), 0);
    }

    /** Writes something as the last of a list. */
    public Rewrite append(TokenList list, Consumer<TokenWriter> what) {
        if (!own(list).closed()) {
            throw new IllegalArgumentException("more of the list is to come");
        }
        List<Token> items = list.items();
        int first = list.start() + 1;
        int at = items.isEmpty() ? first : items.get(items.size() - 1).end();
        return edit(Edit.Kind.BEHIND, at, at, written(what), first);
    }

    /** Takes a token away with the space before it, or the one behind it if it is the first of what is left. */
    public Rewrite remove(Token token) {
        return removeRange(token, token);
    }

    Rewrite removeRange(Token first, Token last) {
        add(new Edit(Edit.Kind.REMOVES, own(first).start(), own(last).end(), Octets.EMPTY, List.of(), 0));
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
        return new Splice(message, edits).message();
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

    private Rewrite edit(Edit.Kind kind, int start, int end, TokenWriter writer, int first) {
        String before = kind == Edit.Kind.BEHIND ? " " : "";
        List<Integer> gaps =
                writer.line().gaps().stream().map(gap -> gap + before.length()).toList();
        add(new Edit(kind, start, end, joined(before, writer.line().octets(), ""), gaps, first));
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
