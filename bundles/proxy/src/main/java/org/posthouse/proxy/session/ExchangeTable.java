package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.wire.CommandSpec;

/**
 * The commands of a session that have no tagged result yet. First in, first out per tag, since clients repeat tags.
 * Exchanges are reused: a session in step allocates one.
 */
final class ExchangeTable {

    private static final Set<CommandSpec> FETCHING =
            Set.of(CommandSpec.FETCH, CommandSpec.STORE, CommandSpec.UID_FETCH, CommandSpec.UID_STORE);

    private final ArrayDeque<OpenExchange> open = new ArrayDeque<>(2);
    private Optional<OpenExchange> spare = Optional.empty();
    private long count;
    private long ours;

    int size() {
        return open.size();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether a login is under way: a list that comes now is that of the state after it. */
    boolean loggingIn() {
        return login().isPresent();
    }

    /** The login that went upstream and has no result yet. */
    Optional<OpenExchange> login() {
        for (OpenExchange each : open) {
            if (each.spec() == CommandSpec.LOGIN || each.spec() == CommandSpec.AUTHENTICATE) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether a FETCH or STORE is under way. */
    boolean fetching() {
        for (OpenExchange each : open) {
            if (FETCHING.contains(each.spec())) {
                return true;
            }
        }
        return false;
    }

    /** The newest that has no result. */
    Optional<OpenExchange> newest() {
        return Optional.ofNullable(open.peekLast());
    }

    /** Commands so far, interceptors' own among them. */
    long count() {
        return count;
    }

    /** Commands of the client so far. */
    long ofClient() {
        return count - ours;
    }

    /** Whether a command is under way that changes what later ones mean (design, chapter 5). */
    boolean changingState() {
        for (OpenExchange each : open) {
            if (each.spec().barrier()) {
                return true;
            }
        }
        return false;
    }

    /** An exchange for a command that is not yet upstream: it can have no result before it is {@link #open}. */
    OpenExchange prepare(CommandSpec spec, ByteBuf buf, int tagStart, int tagEnd) {
        OpenExchange exchange = spare.orElseGet(OpenExchange::new);
        spare = Optional.empty();
        exchange.begin(++count, spec, buf, tagStart, tagEnd);
        return exchange;
    }

    /** The same for an interceptor's own command. */
    OpenExchange prepareOurs(CommandSpec spec, ByteBuf buf, int tagStart, int tagEnd) {
        ours++;
        return prepare(spec, buf, tagStart, tagEnd);
    }

    OpenExchange begin(CommandSpec spec, ByteBuf buf, int tagStart, int tagEnd) {
        OpenExchange exchange = prepare(spec, buf, tagStart, tagEnd);
        open(exchange);
        return exchange;
    }

    /** The first octet of its command goes upstream. */
    void open(OpenExchange exchange) {
        open.addLast(exchange);
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
