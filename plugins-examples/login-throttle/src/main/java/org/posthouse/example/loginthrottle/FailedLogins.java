package org.posthouse.example.loginthrottle;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Failed logins per address, at most {@value #MOST_ADDRESSES} of them: who was there longest ago is forgotten first. An
 * IPv6 client owns a /64, so that is its address. Thread-safe; the lock is held for a look into a map.
 */
final class FailedLogins {

    static final int MOST_ADDRESSES = 10_000;
    private static final long MEMORY = Duration.ofMinutes(15).toNanos();

    private record Count(int failures, long last) {}

    private final LongSupplier clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private int free = 3;
    private int most = 15;

    FailedLogins(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void limits(int newFree, int newMost) {
        if (newFree < 0 || newFree > 1000 || newMost < 1 || newMost > 15) {
            throw new IllegalArgumentException();
        }
        free = newFree;
        most = newMost;
    }

    synchronized void failed(SocketAddress client) {
        counts.put(key(client), new Count(failures(client) + 1, clock.getAsLong()));
    }

    /** Nothing for the free ones, then 1 s, 2 s, 4 s … */
    synchronized Duration delay(SocketAddress client) {
        int over = failures(client) - free;
        return over < 0 ? Duration.ZERO : Duration.ofSeconds(Math.min(most, 1L << Math.min(over, 10)));
    }

    /** A quarter of an hour without a failure is forgiven; a success isn't: one account would be a free pass. */
    private int failures(SocketAddress client) {
        Count count = counts.getOrDefault(key(client), new Count(0, clock.getAsLong()));
        return clock.getAsLong() - count.last() > MEMORY ? 0 : count.failures();
    }

    private static String key(SocketAddress client) {
        if (!(client instanceof InetSocketAddress inet) || inet.isUnresolved()) {
            return client.toString();
        }
        byte[] octets = inet.getAddress().getAddress();
        return HexFormat.of().formatHex(octets, 0, Math.min(octets.length, 8));
    }

    @Override
    public synchronized String toString() {
        return "free=" + free + " most=" + most;
    }
}
