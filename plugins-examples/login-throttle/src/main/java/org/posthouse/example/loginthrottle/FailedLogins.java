package org.posthouse.example.loginthrottle;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Failed logins per address, an IPv6 client's is its /64. Thread-safe; the lock is held for a look into a map. */
final class FailedLogins {

    static final int MOST_ADDRESSES = 10_000;
    private static final long MEMORY = 15 * 60 * 1_000_000_000L;

    private record Count(int failures, long last) {}

    private final LongSupplier clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    FailedLogins(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void add(SocketAddress client) {
        counts.put(key(client), new Count(of(client) + 1, clock.getAsLong()));
    }

    /** A quarter of an hour without a failure is forgiven; a success isn't: one account would be a free pass. */
    synchronized int of(SocketAddress client) {
        Count count = counts.getOrDefault(key(client), new Count(0, clock.getAsLong()));
        return clock.getAsLong() - count.last() > MEMORY ? 0 : count.failures();
    }

    private static String key(SocketAddress client) {
        byte[] octets =
                client instanceof InetSocketAddress inet ? inet.getAddress().getAddress() : new byte[0];
        return HexFormat.of().formatHex(octets, 0, Math.min(octets.length, 8));
    }
}
