package org.posthouse.parse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.Refusal;
import org.posthouse.imap.wire.ResponseFramer;

/**
 * How far the first message of some octets reaches.
 *
 * @param octets up to its line end; 0 if that hasn't come
 * @param fault why no server may be shown it, or what hasn't come; empty if all is well
 */
record Extent(int octets, Optional<Judgement.Failure> fault) {

    static Extent of(Kind kind, boolean strict, byte[] input, int from, int to) {
        return switch (kind) {
            case COMMAND -> command(strict, input, from, to);
            case RESPONSE, GREETING -> response(input, from, to);
            case AUTHENTICATE, IDLE -> line(input, from, to);
        };
    }

    private static Extent whole(int octets) {
        return new Extent(octets, Optional.empty());
    }

    /** Of a literal so many octets haven't come. */
    private static Extent incomplete(int there, long missing) {
        String reason = missing > 0 ? "the literal lacks " + missing + " octets" : "the line end is missing";
        return new Extent(0, Optional.of(new Judgement.Failure(there, reason)));
    }

    private static Extent refused(int octets, int position, Refusal refusal) {
        return new Extent(octets, Optional.of(new Judgement.Failure(position, refusal.reason())));
    }

    private static Extent line(byte[] input, int from, int to) {
        for (int i = from; i < to; i++) {
            if (input[i] == '\n') {
                return whole(i + 1 - from);
            }
        }
        return incomplete(to - from, 0);
    }

    private static Extent command(boolean strict, byte[] input, int from, int to) {
        CommandRules rules = strict ? CommandRules.STRICT : new CommandRules(true, true, true);
        CommandFramer framer = new CommandFramer(rules, spec -> Integer.MAX_VALUE).lineLimit(Integer.MAX_VALUE);
        ByteBuf buf = Unpooled.wrappedBuffer(input);
        int at = from;
        while (true) {
            switch (framer.advance(buf, at, to)) {
                case NEED_MORE:
                    return incomplete(to - from, framer.remaining());
                case REFUSED:
                    return refused(framer.end() - from, position(framer) - from, framer.refusal());
                case LINE:
                    if (framer.ends()) {
                        return whole(framer.end() - from);
                    }
                    break;
                default:
                    break;
            }
            at = framer.end();
        }
    }

    /** The framer says what is wrong with a line; where, only of its head. */
    private static int position(CommandFramer framer) {
        return switch (framer.refusal().cause()) {
            case EMPTY_LINE, BAD_TAG -> framer.tagStart();
            case NO_COMMAND, BAD_SPACING, BAD_NAME -> framer.tagEnd();
            default -> framer.end();
        };
    }

    private static Extent response(byte[] input, int from, int to) {
        ResponseFramer framer = new ResponseFramer(head -> Integer.MAX_VALUE);
        ByteBuf buf = Unpooled.wrappedBuffer(input);
        int at = from;
        while (true) {
            ResponseFramer.Event event = framer.advance(buf, at, to);
            if (event == ResponseFramer.Event.NEED_MORE) {
                return incomplete(to - from, framer.remaining());
            }
            at = framer.end();
            if (event == ResponseFramer.Event.LINE && framer.ends()) {
                return whole(at - from);
            }
        }
    }
}
