package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.posthouse.imap.token.Octets;

/**
 * A command that goes upstream as octets that the session holds: in pieces, each up to the announcement of a literal that
 * the server has to grant. The plus sign of an announcement is left out (ADR 0006): whose command it is, the server is
 * asked.
 *
 * <p>The octets have been framed before: a line ends the command, or announces a literal at its end.
 */
final class Outgoing {

    private static final byte[] NONE = new byte[0];

    private byte[] octets = NONE;
    private int next;
    private long announced = -1;
    private int line;

    void begin(Octets command) {
        octets = command.toByteArray();
        next = 0;
        announced = -1;
    }

    /** Whether nothing is left to send. */
    boolean isEmpty() {
        return next == octets.length;
    }

    void drop() {
        octets = NONE;
        next = 0;
        announced = -1;
    }

    /** The next piece: what the literal holds that was announced last, and the line behind it. */
    ByteBuf next(ByteBufAllocator alloc) {
        int from = next;
        line = (int) Math.min(Math.max(0, announced), octets.length - from);
        int behind = from + line;
        while (behind < octets.length && octets[behind] != '\n') {
            behind++;
        }
        next = Math.min(octets.length, behind + 1);
        int plus = announcement(next);
        return plus < 0
                ? Unpooled.wrappedBuffer(octets, from, next - from)
                : alloc.buffer(next - from)
                        .writeBytes(octets, from, plus - from)
                        .writeBytes(octets, plus + 1, next - plus - 1);
    }

    /** Octets that the last piece announced, -1 if none. */
    long announced() {
        return announced;
    }

    /** Where in the last piece its line begins, behind the octets of a literal. */
    int line() {
        return line;
    }

    /** Reads what the line before this index announces; answers where its plus sign stands, -1 if there is none. */
    private int announcement(int end) {
        announced = -1;
        int brace = end - (end > 1 && octets[end - 2] == '\r' ? 3 : 2);
        if (end == 0 || octets[end - 1] != '\n' || brace < 0 || octets[brace] != '}') {
            return -1;
        }
        int plus = brace > 0 && octets[brace - 1] == '+' ? brace - 1 : -1;
        int last = (plus < 0 ? brace : plus) - 1;
        int first = last;
        while (first >= 0 && octets[first] >= '0' && octets[first] <= '9') {
            first--;
        }
        if (first == last || first < 0 || octets[first] != '{') {
            return -1;
        }
        announced = Octets.owning(octets, first + 1, last + 1).number().orElse(-1);
        return announced < 0 ? -1 : plus;
    }
}
