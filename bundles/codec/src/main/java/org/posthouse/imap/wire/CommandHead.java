package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.wire.Refusal.Cause;

/** Reads tag, name and UID sub-command, octet by octet (R9). The octets stay in the buffer until it is done. */
final class CommandHead {

    private static final int TAG_LIMIT = 64;
    private static final int WORD_LIMIT = 64;
    /** With lenient heads: tag, spaces and words together. */
    private static final int HEAD_LIMIT = 512;

    private enum Phase {
        TAG,
        NAME,
        SUB,
        DONE
    }

    private final boolean lenient;
    private Phase phase = Phase.TAG;
    private int tagLength;
    private int wordStart;
    private int length;
    private CommandSpec spec = CommandSpec.UNKNOWN;
    private @Nullable Cause fault;

    CommandHead(boolean lenient) {
        this.lenient = lenient;
    }

    void begin() {
        phase = Phase.TAG;
        tagLength = 0;
        wordStart = 0;
        length = 0;
        spec = CommandSpec.UNKNOWN;
        fault = null;
    }

    /** Whether nothing more is to be read; the octet that ended it is the first of the arguments. */
    boolean done() {
        return phase == Phase.DONE;
    }

    @Nullable
    Cause fault() {
        return fault;
    }

    CommandSpec spec() {
        return spec;
    }

    /** 0 if the tag was bad. */
    int tagLength() {
        return tagLength;
    }

    /** Takes an octet; {@code offset} is its place in the line that begins at {@code from}. LF ends every head. */
    void step(ByteBuf buf, int from, int offset, byte octet) {
        boolean end = octet == '\r' || octet == '\n';
        if (phase == Phase.TAG) {
            tag(offset, octet, end);
        } else if (octet == ' ' && offset == wordStart && lenient) {
            wordStart++;
        } else if (octet == ' ' || end) {
            endWord(buf, from, offset, octet == ' ');
        } else if (!lenient && !isAtom(octet)) {
            fail(Cause.BAD_NAME);
        } else if (offset - wordStart >= WORD_LIMIT) {
            finish(CommandSpec.UNKNOWN);
        }
        if (offset >= HEAD_LIMIT && !done()) {
            fail(Cause.BAD_SPACING);
        }
    }

    private void tag(int offset, byte octet, boolean end) {
        if (octet == ' ' || end) {
            endTag(offset, octet);
        } else if (offset >= TAG_LIMIT || !isTag(octet, offset)) {
            fail(Cause.BAD_TAG);
        }
    }

    private void endTag(int offset, byte octet) {
        if (octet != ' ') {
            tagLength = offset;
            fail(offset == 0 ? Cause.EMPTY_LINE : Cause.NO_COMMAND);
        } else if (offset == 0) {
            fail(Cause.BAD_TAG);
        } else {
            tagLength = offset;
            phase = Phase.NAME;
            wordStart = offset + 1;
        }
    }

    private boolean isTag(byte octet, int offset) {
        if (lenient) {
            return offset > 0 || octet != '+' && octet != '*';
        }
        return octet != '+' && (octet == ']' || isAtom(octet));
    }

    private void endWord(ByteBuf buf, int from, int offset, boolean space) {
        length = offset - wordStart;
        if (length == 0) {
            fail(space ? Cause.BAD_SPACING : Cause.NO_COMMAND);
        } else if (phase == Phase.SUB) {
            finish(CommandTable.uid(buf, from + wordStart, length));
        } else if (!CommandTable.isUid(buf, from + wordStart, length)) {
            finish(CommandTable.command(buf, from + wordStart, length));
        } else if (space) {
            phase = Phase.SUB;
            wordStart = offset + 1;
        } else {
            fail(Cause.NO_COMMAND);
        }
    }

    private void finish(CommandSpec found) {
        spec = found;
        phase = Phase.DONE;
    }

    private void fail(Cause cause) {
        fault = cause;
        finish(CommandSpec.UNKNOWN);
    }

    private static boolean isAtom(byte octet) {
        return switch (octet) {
            case '(', ')', '{', '%', '*', '"', '\\', ']' -> false;
            default -> octet > ' ' && octet < 0x7F;
        };
    }
}
