package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import org.posthouse.imap.wire.CommandSpec;

/**
 * The commands of a session that have no tagged result yet. First in, first out per tag, since clients repeat tags.
 * Exchanges are reused: a session in step allocates one.
 */
final class ExchangeTable {

    private final ArrayDeque<OpenExchange> open = new ArrayDeque<>(2);
    private Optional<OpenExchange> spare = Optional.empty();
    private long count;

    int size() {
        return open.size();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether a login is under way: a list that comes now is that of the state after it. */
    boolean loggingIn() {
        for (OpenExchange each : open) {
            if (each.spec() == CommandSpec.LOGIN || each.spec() == CommandSpec.AUTHENTICATE) {
                return true;
            }
        }
        return false;
    }

    /** Commands so far. */
    long count() {
        return count;
    }

    OpenExchange begin(CommandSpec spec, ByteBuf buf, int tagStart, int tagEnd) {
        OpenExchange exchange = spare.orElseGet(OpenExchange::new);
        spare = Optional.empty();
        exchange.begin(++count, spec, buf, tagStart, tagEnd);
        open.addLast(exchange);
        return exchange;
    }

    /** The oldest exchange of this tag, taken out; empty for a result that nobody asked for. */
    Optional<OpenExchange> end(ByteBuf buf, int tagStart, int tagEnd) {
        for (Iterator<OpenExchange> each = open.iterator(); each.hasNext(); ) {
            OpenExchange exchange = each.next();
            if (exchange.hasTag(buf, tagStart, tagEnd)) {
                each.remove();
                return Optional.of(exchange);
            }
        }
        return Optional.empty();
    }

    /** Takes out the newest, whose result is ours to give. */
    OpenExchange cancelNewest() {
        return open.removeLast();
    }

    /** Gives an ended exchange back for the next command. */
    void recycle(OpenExchange ended) {
        spare = Optional.of(ended);
    }
}
