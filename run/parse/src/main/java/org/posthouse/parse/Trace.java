package org.posthouse.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * One direction of a dialogue, message by message. Behind AUTHENTICATE a client's lines are read as SASL data, behind IDLE
 * as DONE, as long as they are.
 */
final class Trace {

    /** A message that is longer is rejected, and what follows it is not framed any more. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Judge judge;
    private final Report report;
    private Kind next;
    private byte[] held = new byte[64 * 1024];
    private int from;
    private int to;

    Trace(Judge judge, Kind first, Report report) {
        this.judge = judge;
        this.next = first;
        this.report = report;
    }

    void run(InputStream in) throws IOException {
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
                report.add(Judgement.reject(tried, tried, "longer than " + LONGEST + " octets"));
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
            Judgement judgement = judged();
            if (judgement.verdict() == Judgement.Verdict.INCOMPLETE && !last) {
                return true;
            }
            report.add(judgement);
            if (judgement.consumed() == 0) {
                return false;
            }
            next = next(judgement);
            from += judgement.consumed();
        }
        return true;
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
            case "idle" -> next == Kind.COMMAND ? Kind.IDLE : Kind.COMMAND;
            default -> next;
        };
    }
}
