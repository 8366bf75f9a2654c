package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Announcements of literals: {@code {n}}, {@code {n+}}, {@code ~{n}}, {@code ~{n+}} right before a line end. */
final class LiteralScan {

    private final Message source;
    private final Octets octets;
    private final TokenSink sink;
    private List<Token.Literal> found = List.of();
    private boolean enabled = true;
    private long announced;
    private boolean plus;
    private int content;
    private boolean cut;

    LiteralScan(Message source, TokenSink sink) {
        this.source = source;
        this.sink = sink;
        octets = source.octets();
    }

    void enabled(boolean on) {
        enabled = on;
    }

    List<Token.Literal> found() {
        return found.isEmpty() ? found : Collections.unmodifiableList(found);
    }

    void forget(int from) {
        if (!found.isEmpty()) {
            found.removeIf(literal -> literal.start() >= from);
        }
    }

    /** Whether a literal began of whose content only a part is here, because more of the message is to come. */
    boolean cut() {
        return cut;
    }

    /** The literal that begins here; null if none does, if it fails or if it is {@link #cut}. */
    Token.@Nullable Literal at(int index) {
        cut = false;
        if (!announced(index)) {
            return null;
        }
        boolean streamed =
                source.streamsAt(content) || !source.complete() && content == octets.length() && announced > 0;
        if (!streamed && announced > octets.length() - content) {
            cut = !source.complete();
            if (!cut) {
                sink.fail(index, "a literal longer than its message");
            }
            return null;
        }
        if (plus && source.kind() == Message.Kind.RESPONSE) {
            sink.note(Defect.NON_SYNC_FROM_SERVER, index);
        }
        int end = streamed ? content : content + (int) announced;
        if (octets.at(index) != '~' && hasNul(end)) {
            sink.note(Defect.NUL, content);
        }
        Token.Literal literal = new Token.Literal(octets, index, content, end, announced, !plus);
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(literal);
        return literal;
    }

    /** Only strict readers look at a literal's octets; for others they are counted, never scanned. */
    private boolean hasNul(int end) {
        if (!source.reading().strict()) {
            return false;
        }
        return octets.slice(content, end).hasNul();
    }

    /** Whether an announcement begins here; remembers what it says. */
    boolean announced(int index) {
        int open = octets.at(index) == '~' ? index + 1 : index;
        if (!enabled || open >= octets.length() || octets.at(open) != '{') {
            return false;
        }
        int close = open + 1;
        while (close < octets.length() && Character.isDigit(octets.at(close)) && close - open < 24) {
            close++;
        }
        int digits = close;
        plus = close < octets.length() && octets.at(close) == '+';
        close += plus ? 1 : 0;
        if (digits == open + 1 || close >= octets.length() || octets.at(close) != '}') {
            return false;
        }
        announced = octets.slice(open + 1, digits).number().orElse(-1);
        return announced >= 0 && lineEnds(close + 1);
    }

    private boolean lineEnds(int index) {
        int end = index < octets.length() && octets.at(index) == '\r' ? index + 1 : index;
        if (end >= octets.length() || octets.at(end) != '\n') {
            return false;
        }
        content = end + 1;
        return true;
    }
}
