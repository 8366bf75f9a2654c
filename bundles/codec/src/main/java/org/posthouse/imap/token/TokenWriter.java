package org.posthouse.imap.token;

import java.util.Optional;
import org.posthouse.imap.Secret;

/**
 * Writes tokens with one space between them, each string in the first form that both fits it and the receiver takes:
 * atom, quoted, literal. Not thread-safe. What would not be a token is refused by an IllegalArgumentException, so what
 * was written can be parsed.
 */
public final class TokenWriter {

    /** Above this a literal is shorter to scan than a quoted string, and servers limit lines. */
    private static final int LONGEST_QUOTED = 1000;

    private final Message.Kind kind;
    private final WriteLimits receiver;
    private final Line line = new Line(64);

    TokenWriter(Message.Kind kind, WriteLimits receiver) {
        this.kind = kind;
        this.receiver = receiver;
    }

    /** A command in the making; its tag is the first token to write. */
    public static TokenWriter command(WriteLimits server) {
        return new TokenWriter(Message.Kind.COMMAND, server);
    }

    /** A response in the making; {@code *}, {@code +} or a tag is the first token to write. */
    public static TokenWriter response(WriteLimits client) {
        return new TokenWriter(Message.Kind.RESPONSE, client);
    }

    public WriteLimits receiver() {
        return receiver;
    }

    /** One word as it is: a name, number, flag, sequence set, {@code <0.10>}. */
    public TokenWriter atom(String word) {
        if (!Words.isWord(word)) {
            throw new IllegalArgumentException("not one word of the grammar");
        }
        line.space();
        line.put(word);
        return this;
    }

    public TokenWriter number(long number) {
        line.number(number);
        return this;
    }

    public TokenWriter nil() {
        line.space();
        line.put("NIL");
        return this;
    }

    /** A string where an atom may stand too: mailbox name, user name, search text. */
    public TokenWriter astring(Octets value) {
        line.word();
        // BODY[ would begin a section where items are fetched.
        boolean atom = value.length() <= LONGEST_QUOTED && Syntax.isAstringAtom(value);
        if (atom && value.latin1().indexOf('[') < 0) {
            line.space();
            return put(value);
        }
        return string(value);
    }

    public TokenWriter astring(String value) {
        return astring(Octets.of(value));
    }

    public TokenWriter astring(Secret value) {
        return value.reveal(octets -> astring(Octets.copyOf(octets)));
    }

    /** A string where no atom may stand. */
    public TokenWriter string(Octets value) {
        if (value.length() <= LONGEST_QUOTED && line.quoted(value, receiver.utf8())) {
            return this;
        }
        line.string();
        line.glue();
        return literal(value);
    }

    public TokenWriter string(String value) {
        return string(Octets.of(value));
    }

    /** The string, or NIL if there is none. */
    public TokenWriter nstring(Optional<Octets> value) {
        return value.isPresent() ? string(value.get()) : nil();
    }

    /** A quoted string, for values of a fixed form such as dates. */
    public TokenWriter quoted(String value) {
        if (!line.quoted(Octets.of(value), receiver.utf8())) {
            throw new IllegalArgumentException("can't be quoted");
        }
        return this;
    }

    public TokenWriter literal(Octets value) {
        return literal(value, false);
    }

    /** A literal with its content; only a literal8 can hold NUL (RFC 3516). */
    public TokenWriter literal(Octets value, boolean literal8) {
        if (!literal8 && value.hasNul()) {
            throw new IllegalArgumentException("NUL in a string");
        }
        announce(value.length(), literal8);
        return put(value);
    }

    /** A literal whose content will be sent by somebody else, right behind these octets. */
    public TokenWriter streamed(long length, boolean literal8) {
        announce(length, literal8);
        line.gap(0);
        return this;
    }

    private void announce(long length, boolean literal8) {
        line.space();
        put(Words.announcement(
                length, literal8, kind == Message.Kind.COMMAND && length <= receiver.nonSynchronising()));
    }

    public TokenWriter open() {
        line.space();
        line.open('(');
        return this;
    }

    public TokenWriter close() {
        line.close(')');
        return this;
    }

    /** A bracket right behind the last token: the section of {@code BODY[…]}. */
    public TokenWriter openSection() {
        line.open('[');
        return this;
    }

    /** A bracket behind a space: a response code. */
    public TokenWriter openCode() {
        line.space();
        line.open('[');
        return this;
    }

    public TokenWriter closeBracket() {
        line.close(']');
        return this;
    }

    /** The next token follows without a space: the partial of a section, {@code )(}. */
    public TokenWriter glue() {
        line.glue();
        return this;
    }

    /** The rest of the line, for people; without CR, LF or NUL; may be empty. */
    public TokenWriter text(Octets text) {
        if (!Words.isText(text)) {
            throw new IllegalArgumentException("text with a line end or NUL");
        }
        line.space();
        return put(text);
    }

    /** A token as it stands, from whatever message; a literal in it that streams will be sent by somebody else. */
    public TokenWriter verbatim(Token token) {
        line.space();
        Words.gaps(token).forEach(line::gap);
        return put(token.octets());
    }

    /** What was written, with a line end. */
    public Message message(Reading reading) {
        put(Words.LINE_END);
        return Message.of(kind, line.octets(), reading, line.gaps(), true);
    }

    Line line() {
        return line;
    }

    private TokenWriter put(Octets octets) {
        line.put(octets);
        return this;
    }
}
