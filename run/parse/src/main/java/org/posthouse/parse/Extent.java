package org.posthouse.parse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.ResponseFramer;

/**
 * How far the first message of some octets reaches.
 *
 * @param octets up to its line end; 0 if that hasn't come
 * @param refused why no server may be shown it, if that is so
 */
record Extent(int octets, Optional<String> refused) {

    private static final Extent INCOMPLETE = new Extent(0, Optional.empty());

    static Extent of(Kind kind, boolean strict, byte[] input, int from, int to) {
        if (from == to) {
            return INCOMPLETE;
        }
        return switch (kind) {
            case COMMAND -> command(strict, input, from, to);
            case RESPONSE, GREETING -> response(input, from, to);
            case AUTHENTICATE, IDLE -> line(input, from, to);
        };
    }

    private static Extent line(byte[] input, int from, int to) {
        for (int i = from; i < to; i++) {
            if (input[i] == '\n') {
                return new Extent(i + 1 - from, Optional.empty());
            }
        }
        return INCOMPLETE;
    }

    private static Extent command(boolean strict, byte[] input, int from, int to) {
        CommandRules rules = strict ? CommandRules.STRICT : new CommandRules(true, true, true);
        CommandFramer framer = new CommandFramer(rules, spec -> Integer.MAX_VALUE).lineLimit(Integer.MAX_VALUE);
        ByteBuf buf = Unpooled.wrappedBuffer(input);
        int at = from;
        while (true) {
            switch (framer.advance(buf, at, to)) {
                case NEED_MORE:
                    return INCOMPLETE;
                case REFUSED:
                    return new Extent(
                            framer.end() - from, Optional.of(framer.refusal().reason()));
                case LINE:
                    if (framer.ends()) {
                        return new Extent(framer.end() - from, Optional.empty());
                    }
                    break;
                default:
                    break;
            }
            at = framer.end();
        }
    }

    private static Extent response(byte[] input, int from, int to) {
        ResponseFramer framer = new ResponseFramer(head -> Integer.MAX_VALUE);
        ByteBuf buf = Unpooled.wrappedBuffer(input);
        int at = from;
        while (true) {
            ResponseFramer.Event event = framer.advance(buf, at, to);
            if (event == ResponseFramer.Event.NEED_MORE) {
                return INCOMPLETE;
            }
            at = framer.end();
            if (event == ResponseFramer.Event.LINE && framer.ends()) {
                return new Extent(at - from, Optional.empty());
            }
        }
    }
}
