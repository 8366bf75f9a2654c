package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the edits of one message into it, and sees to it that one space stays between two tokens. */
final class Splice {

    private final Message message;
    private final List<Edit> ordered;

    Splice(Message message, List<Edit> edits) {
        this.message = message;
        this.ordered = new ArrayList<>(edits);
        if (ordered.size() > 1) {
            ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        }
    }

    /** The changed message. */
    Message message() {
        Line out = new Line(message.octets().length() + 64);
        List<Integer> gaps = new ArrayList<>(message.streamed().size());
        int at = 0;
        // Behind what was kept last, if nothing was written since.
        int kept = -1;
        // What was put before a token wants a space, unless the token goes.
        boolean owed = false;
        for (int i = 0; i < ordered.size(); i++) {
            Edit edit = ordered.get(i);
            if (edit.start() < at) {
                throw new IllegalArgumentException("two changes of one token");
            }
            boolean before = edit.removes() && edit.start() > at && isSpace(edit.start() - 1);
            boolean beside = edit.removes() && edit.start() == at && owed;
            out.put(owed && !beside ? " " : "");
            int to = before ? edit.start() - 1 : edit.start();
            keep(at, to, out, gaps);
            kept = to > at ? to : kept;
            put(edit.first() == kept ? edit.bare() : edit, out, gaps);
            owed = edit.kind() == Edit.Kind.BEFORE;
            kept = edit.removes() ? kept : -1;
            at = edit.end();
            if (edit.removes() && !before && !beside && leads(edit, kept)) {
                if (isBehind(i + 1, at)) {
                    ordered.set(i + 1, ordered.get(i + 1).bare());
                } else if (isSpace(at)) {
                    at++;
                }
            }
        }
        out.put(owed ? " " : "");
        keep(at, message.octets().length(), out, gaps);
        return Message.of(message.kind(), out.octets(), message.reading(), gaps, message.complete());
    }

    private boolean isBehind(int index, int at) {
        return index < ordered.size()
                && ordered.get(index).kind() == Edit.Kind.BEHIND
                && ordered.get(index).start() == at;
    }

    /** Whether the space behind it stands between it and the next only; behind BODY[] without {@code <0.5>} it stays. */
    private boolean leads(Edit edit, int kept) {
        int from = kept < 0 ? edit.start() : kept;
        return from == 0 || " ([".indexOf(message.octets().at(from - 1)) >= 0;
    }

    private static void put(Edit edit, Line out, List<Integer> gaps) {
        for (int gap : edit.gaps()) {
            gaps.add(out.length() + gap);
        }
        out.put(edit.octets());
    }

    private boolean isSpace(int index) {
        return index < message.octets().length() && message.octets().at(index) == ' ';
    }

    private void keep(int from, int to, Line out, List<Integer> gaps) {
        for (int gap : message.streamed()) {
            if (gap > from && gap <= to) {
                gaps.add(out.length() + gap - from);
            }
        }
        out.put(message.octets().slice(from, to));
    }
}
