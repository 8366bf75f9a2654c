package org.posthouse.imap.wire;

import static org.posthouse.imap.wire.ResponseHead.pack;

import io.netty.buffer.ByteBuf;
import org.posthouse.imap.wire.ResponseHead.Code;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;

/**
 * Reads the first words of a server line. The answer is a long that packs the head, the length of the tag and where
 * the name of the code begins; {@link #INCOMPLETE} if the octets that are there don't decide. More blanks than one, and
 * tabs, are tolerated, and case doesn't matter.
 */
final class HeadReader {

    /** More octets are needed. */
    static final long INCOMPLETE = -1;

    /** Heads are decided within so many octets. */
    static final int LIMIT = 1024;

    private static final int OTHER = pack(Kind.DATA, Status.NONE, DataName.OTHER, Code.NONE);
    private static final int FETCH = pack(Kind.DATA, Status.NONE, DataName.FETCH, Code.NONE);
    private static final long FETCH_WORD = Octets.word("FETCH");
    private static final int FETCH_LENGTH = 5;
    private static final int TAG_SHIFT = 32;
    private static final int CODE_SHIFT = 44;

    private static final byte VERTICAL_TAB = 0x0B;
    private static final int QUICK = 24;
    private static final int UNTAGGED = '*' | ' ' << 8;
    private static final int NUMBER_AT = 2;
    private static final int NUMBER_BITS = 16;

    private HeadReader() {}

    static int head(long answer) {
        return (int) answer;
    }

    static int tagLength(long answer) {
        return (int) (answer >> TAG_SHIFT) & 0xFFF;
    }

    /** Offset, from the line's start, of the first octet of the code's name; 0 if there is no code. */
    static int codeStart(long answer) {
        return (int) (answer >> CODE_SHIFT);
    }

    /** Reads {@code [from, to)}, which must not be empty; {@code whole}: it is all that there will be. */
    static long read(ByteBuf buf, int from, int to, boolean whole) {
        int end = Math.min(to, from + LIMIT);
        boolean decided = whole || end == from + LIMIT;
        byte first = buf.getByte(from);
        if (first == '*' && (from + 1 == end || Octets.untilSpace(buf.getByte(from + 1)) == 0)) {
            return from + 1 == end && !decided ? INCOMPLETE : untagged(buf, from, end, decided);
        }
        if (first == '+') {
            return text(
                    buf, from, from + 1, end, decided, pack(Kind.CONTINUATION, Status.NONE, DataName.OTHER, Code.NONE));
        }
        return tagged(buf, from, end, decided);
    }

    /**
     * The same for a whole line; three loads for {@code * 12345 FETCH}, most of what servers send.
     *
     * @param lf the line's LF
     */
    static long readLine(ByteBuf buf, int from, int lf) {
        if (lf - from >= QUICK) {
            long start = buf.getLongLE(from);
            byte digit = (byte) (start >>> NUMBER_BITS);
            int number = Octets.untilSpace(start >>> NUMBER_BITS);
            if ((start & 0xFFFF) == UNTAGGED
                    && digit >= '1'
                    && digit <= '9'
                    && number < Octets.WORD - NUMBER_AT
                    && (byte) (start >>> NUMBER_BITS + (number << 3)) == ' ') {
                long name = buf.getLongLE(from + NUMBER_AT + number + 1);
                if (Octets.untilSpace(name) == FETCH_LENGTH
                        && Octets.capitals(Octets.first(name, FETCH_LENGTH)) == FETCH_WORD) {
                    return FETCH;
                }
            }
        }
        return read(buf, from, lf + 1, true);
    }

    private static long untagged(ByteBuf buf, int from, int end, boolean decided) {
        int at = afterBlanks(buf, from + 1, end);
        long word = Octets.load(buf, at, end);
        int length = Octets.untilSpace(word);
        if (at + length >= end && !decided) {
            return INCOMPLETE;
        }
        byte first = (byte) word;
        if (first >= '0' && first <= '9') {
            at = afterBlanks(buf, at + (length < Octets.WORD ? length : wordLength(buf, at, end)), end);
            return data(buf, at, end, decided);
        }
        Status status = StatusWords.of(Octets.capitals(Octets.first(word, length)), length);
        return status == Status.NONE
                ? data(buf, at, end, decided)
                : text(buf, from, at + length, end, decided, pack(Kind.STATUS, status, DataName.OTHER, Code.NONE));
    }

    private static long data(ByteBuf buf, int at, int end, boolean decided) {
        long word = Octets.load(buf, at, end);
        int length = Octets.untilSpace(word);
        if (length == Octets.WORD) {
            length = wordLength(buf, at, end);
        }
        if (at + length >= end && !decided) {
            return INCOMPLETE;
        }
        long name = Octets.capitals(Octets.first(word, length));
        if (name == FETCH_WORD) {
            return FETCH;
        }
        return pack(Kind.DATA, Status.NONE, DataWords.of(buf, at, name, length), Code.NONE);
    }

    private static long tagged(ByteBuf buf, int from, int end, boolean decided) {
        int tag = wordLength(buf, from, end);
        int at = afterBlanks(buf, from + tag, end);
        long word = Octets.load(buf, at, end);
        int length = Octets.untilSpace(word);
        if (at + length >= end && !decided) {
            return INCOMPLETE;
        }
        if (at == from + tag) {
            return OTHER;
        }
        Status status = StatusWords.of(Octets.capitals(Octets.first(word, length)), length);
        int head = pack(Kind.TAGGED, status, DataName.OTHER, Code.NONE);
        long answer = status == Status.NONE ? head : text(buf, from, at + length, end, decided, head);
        return answer == INCOMPLETE ? INCOMPLETE : answer | (long) tag << TAG_SHIFT;
    }

    /** The code at the beginning of a text that comes behind {@code at}. */
    private static long text(ByteBuf buf, int from, int at, int end, boolean decided, int head) {
        int open = afterBlanks(buf, at, end);
        if (open == end) {
            return decided ? head : INCOMPLETE;
        }
        if (buf.getByte(open) != '[') {
            return head;
        }
        int name = afterBlanks(buf, open + 1, end);
        int length = CodeWords.length(buf, name, end);
        if (name + length == end && !decided) {
            return INCOMPLETE;
        }
        Code code = CodeWords.of(buf, name, length);
        if (name > open + 1 && code != Code.CAPABILITY && code != Code.REFERRAL) {
            // What is corrected is found wherever a client might find it; framing keeps to the grammar (R2).
            code = Code.OTHER;
        }
        return head | pack(Kind.DATA, Status.NONE, DataName.OTHER, code) | (long) (name - from) << CODE_SHIFT;
    }

    /** Blanks are the space and what clients that are not strict take for one: tab, VT, FF. */
    static int afterBlanks(ByteBuf buf, int at, int end) {
        int next = at;
        while (next < end && blank(buf.getByte(next))) {
            next++;
        }
        return next;
    }

    private static boolean blank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == VERTICAL_TAB || octet == '\f';
    }

    private static int wordLength(ByteBuf buf, int from, int end) {
        int at = from;
        int length;
        do {
            length = Octets.untilSpace(Octets.load(buf, at, end));
            at += length;
        } while (length == Octets.WORD && at < end);
        return Math.min(at, end) - from;
    }
}
