package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.wire.Refusal.Cause;

/**
 * Frames what a client sends, and refuses what a server might frame otherwise (R1, R1a, R6, R7, R9).
 *
 * <p>A command is a line, or lines with literals between them. A literal is taken for one only where the command's
 * grammar has a string, behind a space or {@code (}, outside quotes, before CRLF, and while nothing in the line was
 * malformed; every other announcement is refused.
 *
 * <p>Used as {@link ResponseFramer} is: one event per call, {@link #end} is where the next call begins. Data lines
 * (SASL, DONE) are not commands: the session frames them with {@link LineFeed}. After a fatal refusal the framer
 * never finds a boundary again (R8): it refuses everything, until {@link #reset}.
 *
 * <p>Concatenated events equal the input. No octet is examined twice, however small the pieces. Not thread-safe,
 * allocates nothing.
 */
public final class CommandFramer {

    /** Decides how much of a command's first line is held for those who want to see it whole. */
    @FunctionalInterface
    public interface Hold {

        /**
         * Asked once for an incomplete first line when its head is known, and only while streaming.
         *
         * @return how many octets of the incomplete line may be demanded before it is reported as {@link Event#PART}
         */
        int limit(CommandSpec command);
    }

    /** What was found. */
    public enum Event {
        /** Nothing yet: the caller keeps the octets and presents them again with more behind them. */
        NEED_MORE,
        /** A line, or the rest of one after parts, with its line end. */
        LINE,
        /** Octets of a line whose end hasn't come; never a CR as the last. */
        PART,
        /** Octets of a literal. */
        LITERAL,
        /** A line, or as much of it as there is, that must not be forwarded. */
        REFUSED
    }

    /** R7: a line that is assembled, and every line before login. */
    private static final int LINE_LIMIT = 64 * 1024;

    private static final int UNASKED = -1;

    private final CommandRules rules;
    private final Hold hold;
    private final CommandHead head;
    private final ArgumentTrack arguments = new ArgumentTrack();
    private final Announcement announcement = new Announcement();
    private boolean streaming;
    private int lineLimit = LINE_LIMIT;
    private int laterLimit;

    // the command under way
    private boolean inside;
    private boolean parted;
    private boolean dead;
    private int limit = UNASKED;
    private CommandSpec spec = CommandSpec.UNKNOWN;
    // the line under way
    private int scanned;
    private byte previous;
    private boolean admitted;
    private @Nullable Cause fault;
    // the last event
    private int end;
    private int tagStart;
    private boolean first;
    private boolean ends;
    private boolean literal8;
    private boolean nonSynchronising;
    private long literal = -1;
    private long remaining;
    private Refusal refusal = Refusal.of(Cause.EMPTY_LINE, false);

    public CommandFramer(CommandRules rules, Hold hold) {
        this.rules = rules;
        this.hold = hold;
        this.head = new CommandHead(rules.lenientHeads());
    }

    /** Off (before login, and at first): lines are demanded whole, up to the limit. On: they are relayed in parts. */
    public CommandFramer streaming(boolean on) {
        streaming = on;
        return this;
    }

    /** The longest line that is taken while not streaming, in octets with its line end; 64 KiB if not set. */
    public CommandFramer lineLimit(int octets) {
        lineLimit = octets;
        return this;
    }

    /**
     * While streaming: how many octets of an incomplete line behind a literal are demanded before it is reported as
     * {@link Event#PART}; 0 if not set.
     */
    public CommandFramer laterLimit(int octets) {
        laterLimit = octets;
        return this;
    }

    /**
     * Examines {@code [from, to)} and reports one event.
     *
     * @param from where the last event ended; after NEED_MORE the octet that was {@code from} then
     */
    public Event advance(ByteBuf buf, int from, int to) {
        if (remaining > 0) {
            return advanceLiteral(from, to);
        }
        if (from == to) {
            return needMore(from);
        }
        if (dead) {
            end = to;
            return Event.REFUSED;
        }
        if (!inside && scanned == 0) {
            begin();
        }
        return advanceLine(buf, from, streaming ? to : from + Math.min(to - from, lineLimit));
    }

    private Event advanceLiteral(int from, int to) {
        if (from == to) {
            return needMore(from);
        }
        int octets = (int) Math.min(remaining, to - from);
        remaining -= octets;
        end = from + octets;
        return Event.LITERAL;
    }

    private Event needMore(int from) {
        end = from;
        return Event.NEED_MORE;
    }

    private void begin() {
        head.begin();
        spec = CommandSpec.UNKNOWN;
        limit = UNASKED;
        beginLine();
    }

    private void beginLine() {
        announcement.clear();
        previous = 0;
        fault = null;
    }

    private Event advanceLine(ByteBuf buf, int from, int stop) {
        first = !inside;
        tagStart = from;
        int at = from + scanned;
        while (at < stop) {
            byte octet = buf.getByte(at++);
            if (octet == '\n') {
                return lineEnd(buf, from, at);
            }
            take(buf, from, at - 1 - from, octet);
            if (fault != null && inside) {
                return refuse(fault, true, at);
            }
        }
        scanned = at - from;
        return streaming ? part(from, at) : held(from, at);
    }

    private void take(ByteBuf buf, int from, int offset, byte octet) {
        if (previous == '\r') {
            fail(Cause.BARE_CR);
        } else if (octet == 0) {
            fail(Cause.NUL);
        }
        if (octet == '{' || announcement.begun()) {
            brace(octet);
        }
        if (!inside && !head.done()) {
            stepHead(buf, from, offset, octet);
        }
        if (inside || head.done()) {
            arguments.step(octet);
        }
        previous = octet;
    }

    private void brace(byte octet) {
        if (octet == '{') {
            admitted = (inside || head.done()) && arguments.admits();
            literal8 = arguments.tilde();
        }
        announcement.step(octet);
        if (!announcement.begun() || octet == '{' && !admitted) {
            arguments.spoil();
        }
    }

    private void stepHead(ByteBuf buf, int from, int offset, byte octet) {
        head.step(buf, from, offset, octet);
        if (head.done()) {
            spec = head.spec();
            arguments.begin(spec.places(), !spec.known() && rules.unknownLiterals());
            if (head.fault() != null) {
                fail(head.fault());
            }
        }
    }

    private void fail(Cause cause) {
        if (fault == null) {
            fault = cause;
        }
    }

    private Event lineEnd(ByteBuf buf, int from, int behind) {
        if (!inside && !head.done()) {
            stepHead(buf, from, behind - 1 - from, (byte) '\n');
        }
        boolean announced = announcement.complete();
        checkLineEnd(announced);
        if (fault != null) {
            return refuse(fault, announced && announcement.nonSynchronising(), behind);
        }
        end = behind;
        scanned = 0;
        ends = !announced;
        literal = announced ? announcement.octets() : -1;
        remaining = announced ? literal : 0;
        nonSynchronising = announcement.nonSynchronising();
        inside = announced;
        parted = false;
        if (announced) {
            arguments.literal();
            beginLine();
        }
        return Event.LINE;
    }

    private void checkLineEnd(boolean announced) {
        boolean bare = previous != '\r';
        if (bare && !rules.lenientLineEnds()) {
            fail(Cause.BARE_LF);
        } else if (announced && bare) {
            fail(Cause.LITERAL_LINE_END);
        } else if (announced && !admitted) {
            fail(spec.known() ? Cause.LITERAL_PLACE : Cause.LITERAL_UNKNOWN_COMMAND);
        } else if (announced && announcement.overflown()) {
            fail(Cause.LITERAL_SIZE);
        }
    }

    /** A line without end before login: what is over the limit is no line any more. */
    private Event held(int from, int at) {
        return at - from < lineLimit ? needMore(from) : refuse(Cause.LINE_LENGTH, true, at);
    }

    private Event part(int from, int at) {
        if (!inside) {
            if (!head.done() || at - from < asked()) {
                return needMore(from);
            }
            if (fault != null) {
                return refuse(fault, true, at);
            }
        } else if (!parted && at - from < laterLimit) {
            return needMore(from);
        }
        end = previous == '\r' ? at - 1 : at;
        if (end == from) {
            return needMore(from);
        }
        scanned = at - end;
        inside = true;
        parted = true;
        ends = false;
        literal = -1;
        return Event.PART;
    }

    private int asked() {
        if (limit == UNASKED) {
            limit = Math.max(0, hold.limit(spec));
        }
        return limit;
    }

    private Event refuse(Cause cause, boolean fatal, int behind) {
        refusal = Refusal.of(cause, fatal);
        end = behind;
        scanned = 0;
        inside = false;
        parted = false;
        dead = fatal;
        ends = true;
        literal = -1;
        return Event.REFUSED;
    }

    /** Index just behind what the event covers; for NEED_MORE it is {@code from}. */
    public int end() {
        return end;
    }

    /** LINE, PART, REFUSED: whether a command begins with it. */
    public boolean first() {
        return first;
    }

    /** The command under way, from its first event to its last; UNKNOWN if it is in no table or its head was bad. */
    public CommandSpec command() {
        return spec;
    }

    /** First event of a command: where the tag begins. */
    public int tagStart() {
        return tagStart;
    }

    /** First event of a command: just behind the tag; {@link #tagStart} if the tag was bad. */
    public int tagEnd() {
        return tagStart + head.tagLength();
    }

    /** LINE: whether the command ends here, that is, no literal is announced. */
    public boolean ends() {
        return ends;
    }

    /** LINE: the announced octets, -1 if none. */
    public long literal() {
        return literal;
    }

    /** LINE with a literal: whether the client waits for a {@code +}. */
    public boolean synchronising() {
        return literal >= 0 && !nonSynchronising;
    }

    /** LINE with a literal: whether it is a {@code ~{n}} (RFC 3516). */
    public boolean literal8() {
        return literal >= 0 && literal8;
    }

    /** LITERAL: octets still to come behind {@link #end}. A literal of 0 octets yields no event. */
    public long remaining() {
        return remaining;
    }

    /** REFUSED: why. */
    public Refusal refusal() {
        return refusal;
    }

    /** The next octet begins a new command: after TLS begins, or when an announced literal was cancelled (R3). */
    public void reset() {
        inside = false;
        parted = false;
        dead = false;
        scanned = 0;
        remaining = 0;
    }
}
