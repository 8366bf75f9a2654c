package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.Capability;
import org.posthouse.imap.wire.Span;
import org.posthouse.proxy.chain.Plan;
import org.posthouse.proxy.config.ListenerSettings;

/**
 * The capability lists that servers have said of late, and what became of them: they say the same few to every
 * session, and to read one costs as much as all the rest of a login. Lives on its loop.
 *
 * <p>What is remembered is found only for the same octets under the same {@link Circumstances}, so a session gets what
 * it would have worked out itself.
 */
final class ListMemory {

    /** Longer lists are worked out each time: so the memory of a loop is small whatever servers say. */
    private static final int LONGEST = 2048;

    /** Before and after login, with and without STARTTLS on offer, twice. */
    private static final int MOST = 8;

    /**
     * All that the correction of a list depends on beside the list.
     *
     * @param settings the listener's as the session knows them
     * @param offersStartTls whether STARTTLS is offered now
     * @param demandsTls whether nothing else is admitted now
     * @param bound the mechanisms that were known to be bound to the channel before the list came
     * @param plan what interceptors hide and add
     */
    record Circumstances(
            ListenerSettings settings, boolean offersStartTls, boolean demandsTls, Set<String> bound, Plan plan) {

        /** Settings and plan by identity: a change makes new ones, and to compare them costs more than it saves. */
        @SuppressWarnings("ReferenceEquality")
        boolean same(Circumstances that) {
            return settings == that.settings
                    && offersStartTls == that.offersStartTls
                    && demandsTls == that.demandsTls
                    && plan == that.plan
                    && bound.equals(that.bound);
        }
    }

    /**
     * What became of a list.
     *
     * @param corrected the list as the client gets it; empty if it needs no correction
     * @param bound the mechanisms that are known to be bound from now on
     * @param told the list as the client is told it
     */
    record Verdict(Optional<byte[]> corrected, Set<String> bound, List<Capability> told) {}

    private record Entry(byte[] list, Circumstances circumstances, Verdict verdict) {}

    private final Entry[] entries = new Entry[MOST];
    private int next;
    private int used;

    /** What became of this list, if it came lately; the buffer is borrowed. */
    Optional<Verdict> recall(ByteBuf buf, Span list, Circumstances circumstances) {
        for (int i = 0; i < used; i++) {
            Entry entry = entries[i];
            if (same(entry.list(), buf, list) && entry.circumstances().same(circumstances)) {
                return Optional.of(entry.verdict());
            }
        }
        return Optional.empty();
    }

    /** Remembers a list in place of the oldest one. */
    void note(byte[] list, Circumstances circumstances, Verdict verdict) {
        if (list.length <= LONGEST) {
            entries[next] = new Entry(list, circumstances, verdict);
            next = (next + 1) % MOST;
            used = Math.max(used, next == 0 ? MOST : next);
        }
    }

    private static boolean same(byte[] known, ByteBuf buf, Span list) {
        if (known.length != list.length()) {
            return false;
        }
        for (int i = 0; i < known.length; i++) {
            if (buf.getByte(list.start() + i) != known[i]) {
                return false;
            }
        }
        return true;
    }
}
