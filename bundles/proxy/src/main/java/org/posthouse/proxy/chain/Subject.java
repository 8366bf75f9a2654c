package org.posthouse.proxy.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Direction;

/**
 * A message while it is decided on. It begins as a line borrowed from the read buffer, or as an assembled message; a
 * line has to be made {@link #own()} before the buffer goes, which is what the chain does when somebody defers.
 * Thread: the session's loop.
 */
public final class Subject {

    /** Stands for none. */
    static final Subject NONE = response(Message.response(Octets.EMPTY, Reading.TOLERANT), Redaction.ALL);

    private final Message.Kind kind;
    private final Reading reading;
    private final boolean complete;
    private final boolean truncated;
    private Redaction redaction;
    private CommandSpec spec;
    private long literal;
    private @Nullable Line line;
    private @Nullable Message message;
    private @Nullable Octets octets;
    private @Nullable CommandName name;
    private boolean changed;

    private Subject(Message.Kind kind, Reading reading, CommandSpec spec, Line line) {
        this.kind = kind;
        this.reading = reading;
        this.spec = spec;
        this.complete = line.ends();
        this.truncated = line.truncated();
        this.redaction = line.redaction();
        this.literal = line.literal();
        this.line = line;
    }

    private Subject(Message message, CommandSpec spec, Redaction redaction) {
        this.kind = message.kind();
        this.reading = message.reading();
        this.spec = spec;
        this.complete = message.complete();
        this.truncated = false;
        this.redaction = redaction;
        this.literal = -1;
        this.message = message;
        this.octets = message.octets();
    }

    /** The first line of a command, borrowed. */
    public static Subject command(Line line, CommandSpec spec, Reading reading) {
        return new Subject(Message.Kind.COMMAND, reading, spec, line);
    }

    /** A command that was assembled. */
    public static Subject command(Message whole, CommandSpec spec, Redaction redaction) {
        return new Subject(whole, spec, redaction);
    }

    /** A client's line of data, borrowed. */
    public static Subject data(Line line, Reading reading) {
        return new Subject(Message.Kind.COMMAND, reading, CommandSpec.UNKNOWN, line);
    }

    /** The first line of a response, borrowed. */
    public static Subject response(Line line, Reading reading) {
        return new Subject(Message.Kind.RESPONSE, reading, CommandSpec.UNKNOWN, line);
    }

    /** A later line of a message, or one that leaves. */
    static Subject later(Direction direction, Line line) {
        boolean up = direction == Direction.CLIENT_TO_PROXY || direction == Direction.PROXY_TO_SERVER;
        Message.Kind kind = up ? Message.Kind.COMMAND : Message.Kind.RESPONSE;
        return new Subject(kind, Reading.TOLERANT, CommandSpec.UNKNOWN, line);
    }

    /** A response that was assembled. */
    public static Subject response(Message whole, Redaction redaction) {
        return new Subject(whole, CommandSpec.UNKNOWN, redaction);
    }

    /** Whether it still stands in the read buffer, as it came: {@link #line()} then says where. */
    public boolean borrowed() {
        return line != null && !changed;
    }

    /** Where it stands in the read buffer; only while {@link #borrowed()}. */
    public Line line() {
        Line there = line;
        if (there == null || changed) {
            throw new IllegalStateException("not borrowed");
        }
        return there;
    }

    /** Whether an interceptor has changed it. */
    public boolean changed() {
        return changed;
    }

    /** Whether the message ends with it. */
    public boolean complete() {
        return complete;
    }

    /** Whether more of the line is on its way. */
    public boolean truncated() {
        return truncated;
    }

    /** Octets of the literal that streams behind it, as it is announced by now; -1 for none. */
    public long literal() {
        return literal;
    }

    /** How much of it people may read. */
    public Redaction redaction() {
        return redaction;
    }

    /** Its octets on the heap. */
    public Octets octets() {
        Octets copy = octets;
        if (copy == null) {
            copy = Octets.owning(line().copy());
            octets = copy;
        }
        return copy;
    }

    /** It as a value, made on first use. */
    public Message message() {
        Message made = message;
        if (made == null) {
            Octets all = octets();
            List<Integer> gaps = literal >= 0 ? List.of(all.length()) : List.of();
            made = Message.of(kind, all, reading, gaps, complete);
            message = made;
        }
        return made;
    }

    /** Copies what is borrowed: the read buffer isn't needed any more. */
    public void own() {
        octets();
        line = null;
    }

    /** How many octets it has now. */
    int length() {
        Line there = line;
        return there != null && !changed ? there.end() - there.start() : octets().length();
    }

    Message.Kind kind() {
        return kind;
    }

    /** Of a command: what the proxy knows of it. */
    public CommandSpec spec() {
        return spec;
    }

    /** Of a command: its name, also if nobody knows it. */
    public CommandName name() {
        if (spec.known()) {
            return spec.name();
        }
        CommandName read = name;
        if (read == null) {
            read = WrittenName.of(octets(), spec);
            name = read;
        }
        return read;
    }

    /** Takes what an interceptor made of it. */
    void become(Message other, long announced, CommandSpec newSpec, Redaction newRedaction) {
        message = other;
        octets = other.octets();
        literal = announced;
        spec = newSpec;
        name = null;
        redaction = newRedaction;
        changed = true;
        line = null;
    }
}
