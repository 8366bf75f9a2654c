package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/**
 * Frames what a server sends: lines, parts of lines and literals (R1, R2, R6).
 *
 * <p>A message is a line, or lines with literals between them. LF ends a line, with or without CR. A literal is
 * announced by {@code {n}} or {@code {n+}}, with or without {@code ~}, at the end of a line with n below 2^63; in the
 * text of a status line or a {@code +} only inside an unclosed {@code [BADCHARSET (} or {@code [NEWNAME }. Everything
 * else is text: no octet sequence is an error, and there is no limit on a line.
 *
 * <pre>{@code
 * while (from < to) {
 *     Event event = framer.advance(buf, from, to);
 *     if (event == NEED_MORE) break;       // keep [from, to), call again with more behind it
 *     from = framer.end();                 // [old from, end) is what the event covers
 * }
 * }</pre>
 *
 * <p>Concatenated events equal the input. The accessors speak of the last event. The framer never rescans what it was
 * shown before, however small the pieces are. Not thread-safe, allocates nothing.
 */
public final class ResponseFramer {

    /** Decides how much of a line is held for those who want to see it whole. */
    @FunctionalInterface
    public interface Hold {

        /**
         * Asked once for a message whose first line is incomplete when its head is known (at the latest after 1 KiB).
         *
         * @param head packed, see {@link ResponseHead}
         * @return how many octets of the incomplete line may be demanded before it is reported as {@link Event#PART};
         *     0 if it needn't be held at all
         */
        int limit(int head);
    }

    /** What was found. */
    public enum Event {
        /** Nothing yet: the caller keeps the octets and presents them again with more behind them. */
        NEED_MORE,
        /** A line, or the rest of one after parts, with its LF. */
        LINE,
        /** Octets of a line whose end hasn't come. */
        PART,
        /** Octets of a literal. */
        LITERAL
    }

    private static final int UNASKED = -1;

    private final Hold hold;
    private final Announcement announcement = new Announcement();
    private final LiteralCode literalCode = new LiteralCode();

    private int laterLimit;

    // the message under way
    private boolean inside;
    private boolean parted;
    private boolean text;
    private boolean headKnown;
    private int head;
    private int tagLength;
    private int codeEnd;
    private int limit = UNASKED;
    // the octets that the caller keeps
    private int scanned;
    private int tried;
    // the last event
    private int end;
    private int tagStart;
    private boolean first;
    private boolean ends;
    private long literal = -1;
    private long remaining;

    public ResponseFramer(Hold hold) {
        this.hold = hold;
    }

    /**
     * How many octets of an incomplete line behind a literal are demanded before it is reported as {@link Event#PART}; 0
     * if not set.
     */
    public void laterLimit(int octets) {
        laterLimit = octets;
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
        int lf = LineFeed.find(buf, from + scanned, to);
        return lf < 0 ? advancePart(buf, from, to) : advanceLine(buf, from, lf);
    }

    /**
     * Skips whole untagged numbered lines without a literal ({@code * 12 FETCH …}, {@code * 3 EXISTS}): the quick way
     * for a session in which nobody wants to see responses. Changes no state.
     *
     * @param from where the last event ended
     * @return where the run ends; {@code from} if there is none, or if a message is under way
     */
    public int skipNumbered(ByteBuf buf, int from, int to) {
        return inside || scanned > 0 || remaining > 0 ? from : NumberedLines.end(buf, from, to);
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

    private Event advanceLine(ByteBuf buf, int from, int lf) {
        begin(from);
        if (first && !headKnown) {
            head(HeadReader.readLine(buf, from, lf));
        }
        literal = announced(buf, from, lf);
        ends = literal < 0;
        remaining = ends ? 0 : literal;
        inside = !ends;
        parted = false;
        end = lf + 1;
        scanned = 0;
        announcement.clear();
        if (ends) {
            forget();
        }
        return Event.LINE;
    }

    private void begin(int from) {
        first = !inside;
        tagStart = from;
    }

    private Event advancePart(ByteBuf buf, int from, int to) {
        scanned = to - from;
        if (scanned == 0 || (inside ? !parted && scanned < laterLimit : held(buf, from, to))) {
            return needMore(from);
        }
        begin(from);
        announcement.feed(buf, from, to);
        if (text) {
            literalCode.feed(buf, first ? Math.min(from + codeEnd, to) : from, to);
        }
        inside = true;
        parted = true;
        ends = false;
        literal = -1;
        end = to;
        scanned = 0;
        return Event.PART;
    }

    private boolean held(ByteBuf buf, int from, int to) {
        if (!headKnown && !tryHead(buf, from, to)) {
            return true;
        }
        if (limit == UNASKED) {
            limit = Math.max(0, hold.limit(head));
        }
        return to - from < limit;
    }

    /** Reading begins anew each time, so only when the octets have doubled: linear for the smallest pieces. */
    private boolean tryHead(ByteBuf buf, int from, int to) {
        int there = Math.min(to - from, HeadReader.LIMIT);
        if (there < 2 * tried && there < HeadReader.LIMIT) {
            return false;
        }
        tried = there;
        long answer = HeadReader.read(buf, from, to, false);
        if (answer != HeadReader.INCOMPLETE) {
            head(answer);
        }
        return headKnown;
    }

    private void head(long answer) {
        headKnown = true;
        head = HeadReader.head(answer);
        tagLength = HeadReader.tagLength(answer);
        text = ResponseHead.isText(head);
        if (text) {
            ResponseHead.Code code = ResponseHead.codeName(head);
            literalCode.begin(code);
            codeEnd = HeadReader.codeStart(answer) + code.name().length();
        }
    }

    private void forget() {
        headKnown = false;
        text = false;
        limit = UNASKED;
        tried = 0;
    }

    /** The octets that the line announces, -1 if none; in text only where a code admits them (R2). */
    private long announced(ByteBuf buf, int from, int lf) {
        if (text) {
            literalCode.feed(buf, first ? Math.min(from + codeEnd, lf) : from, lf);
            if (!literalCode.admits()) {
                return -1;
            }
        }
        if (lf - from >= 2) {
            int last = buf.getShortLE(lf - 2);
            if ((byte) (last >> 8 == '\r' ? last : last >> 8) != '}') {
                return -1;
            }
        }
        announcement.feed(buf, from, lf);
        return announcement.complete() && !announcement.overflown() ? announcement.octets() : -1;
    }

    /** Index just behind what the event covers; for NEED_MORE it is {@code from}. */
    public int end() {
        return end;
    }

    /** LINE, PART: whether a message begins with it. */
    public boolean first() {
        return first;
    }

    /** The head of the message, packed: see {@link ResponseHead}. Valid from its first LINE or PART to its end. */
    public int head() {
        return head;
    }

    /** LINE: whether the message ends here, that is, no literal is announced. */
    public boolean ends() {
        return ends;
    }

    /** LINE: the announced octets, -1 if none. */
    public long literal() {
        return literal;
    }

    /** LITERAL: octets still to come behind {@link #end}. A literal of 0 octets yields no event. */
    public long remaining() {
        return remaining;
    }

    /** First LINE or PART of a tagged message: where the tag begins. */
    public int tagStart() {
        return tagStart;
    }

    /** First LINE or PART of a tagged message: just behind its tag. */
    public int tagEnd() {
        return tagStart + tagLength;
    }

    /** The next octet begins a new message (after TLS or decompression begins). */
    public void reset() {
        inside = false;
        parted = false;
        scanned = 0;
        remaining = 0;
        announcement.clear();
        forget();
    }
}
