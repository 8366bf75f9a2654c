package org.posthouse.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.posthouse.imap.token.Defect;

/**
 * One direction of a dialogue, message by message. Behind AUTHENTICATE a client's lines are read as SASL data, behind IDLE
 * as DONE, as long as they are.
 */
final class Trace {

    /** A message that is longer is rejected, and what follows it is not framed any more. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Judge judge;
    private final Report report;
    private final Hints hints = new Hints();
    private Kind next;
    private long number;
    private long offset;
    private long line = 1;
    private boolean announced;
    private byte[] held = new byte[64 * 1024];
    private int from;
    private int to;

    Trace(Judge judge, Kind first, Report report) {
        this.judge = judge;
        this.next = first;
        this.report = report;
    }

    /** Until the input ends, or what is there can't be framed. */
    void run(InputStream in) throws IOException {
        read(in);
        report.end();
    }

    private void read(InputStream in) throws IOException {
        boolean more = true;
        // Judging begins anew at a message's beginning, so only when what is held of it has doubled.
        int tried = 0;
        while (more) {
            room();
            int read = in.read(held, to, held.length - to);
            more = read >= 0;
            to += Math.max(0, read);
            boolean full = to - from >= LONGEST;
            if (more && !full && to - from < 2 * tried) {
                continue;
            }
            if (!messages(!more)) {
                return;
            }
            tried = to - from;
            if (tried >= LONGEST) {
                add(Judgement.reject(tried, tried, "longer than " + LONGEST + " octets"));
                return;
            }
        }
    }

    private void room() {
        if (from > 0) {
            System.arraycopy(held, from, held, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == held.length) {
            held = Arrays.copyOf(held, Math.min(2 * held.length, LONGEST));
        }
    }

    /** All that are whole; false if what follows can't be framed. */
    private boolean messages(boolean last) throws IOException {
        while (from < to) {
            // A copy: values share the octets, and the array is used again.
            Judgement judgement = whole(judged(), last);
            if (judgement.verdict() == Judgement.Verdict.INCOMPLETE && !last) {
                return true;
            }
            add(judgement);
            if (judgement.consumed() == 0) {
                return false;
            }
        }
        return true;
    }

    /** A refused command with the literals that it announced. */
    private Judgement whole(Judgement judgement, boolean last) {
        if (next != Kind.COMMAND || judgement.verdict() != Judgement.Verdict.REJECT) {
            return judgement;
        }
        long end = Refused.end(held, from, from + judgement.consumed(), to);
        return end > to && !last
                ? Judgement.incomplete(to - from, "the literal is missing")
                : judgement.reaching((int) Math.min(end, to) - from);
    }

    private void add(Judgement read) throws IOException {
        Optional<Hint> hint = hints.of(next, read, held, from, to);
        Judgement judgement = shown(read, hint);
        report.add(new Entry(++number, offset, line, judgement, hints.once(hint)));
        int behind = from + judgement.consumed();
        announced = judgement.verdict() == Judgement.Verdict.REJECT && Refused.announces(held, from, behind);
        next = next(judgement);
        passed(behind);
    }

    /** What would be taken for the name of a command may be a password when the line isn't the client's as it was. */
    private Judgement shown(Judgement read, Optional<Hint> hint) {
        boolean unknown = next == Kind.COMMAND
                && read.verdict() == Judgement.Verdict.ACCEPT
                && read.deviations().stream().anyMatch(deviation -> deviation.defect() == Defect.UNKNOWN_NAME);
        if (unknown && announced) {
            return read.rejected("perhaps the literal that was announced before");
        }
        return unknown && hint.filter(Hint::foreign).isPresent()
                ? read.rejected("no command as it went over the wire")
                : read;
    }

    private void passed(int behind) {
        for (int i = from; i < behind; i++) {
            line += held[i] == '\n' ? 1 : 0;
        }
        offset += behind - from;
        from = behind;
    }

    private Judgement judged() {
        if (next.line()) {
            Judgement line = judge.judge(next, held, from, to);
            if (line.verdict() != Judgement.Verdict.REJECT) {
                return line;
            }
            next = Kind.COMMAND;
        }
        return judge.judge(next, held, from, to);
    }

    private Kind next(Judgement judgement) {
        if (next == Kind.GREETING) {
            return Kind.RESPONSE;
        }
        return switch (judgement.type()) {
            case "authenticate" -> next == Kind.RESPONSE ? next : Kind.AUTHENTICATE;
            case "idle" -> next == Kind.RESPONSE ? next : next == Kind.COMMAND ? Kind.IDLE : Kind.COMMAND;
            default -> next;
        };
    }
}
