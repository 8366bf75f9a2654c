package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.token.Octets;

/** Finds the constant that some octets spell, without making anything. Immutable. */
final class WordTable<T extends Word> {

    private static final int BUCKETS = 256;

    private record Entry<T>(
            Octets spelling, Optional<T> word, @Nullable Entry<T> next) {}

    private final List<Optional<Entry<T>>> buckets;

    @SafeVarargs
    WordTable(T... words) {
        this(List.of(words));
    }

    WordTable(List<T> words) {
        List<Optional<Entry<T>>> filling = new ArrayList<>(Collections.nCopies(BUCKETS, Optional.empty()));
        for (T word : words) {
            Octets spelling = Octets.of(word.toString());
            int bucket = bucket(spelling);
            filling.set(
                    bucket,
                    Optional.of(new Entry<>(
                            spelling, Optional.of(word), filling.get(bucket).orElse(null))));
        }
        buckets = List.copyOf(filling);
    }

    private static int bucket(Octets octets) {
        int length = octets.length();
        return (length * 31 + octets.at(length - 1) * 7 + octets.at(length / 2)) & BUCKETS - 1;
    }

    /** The constant of exactly this spelling. */
    Optional<T> find(Octets octets) {
        if (octets.isEmpty()) {
            return Optional.empty();
        }
        for (Entry<T> entry = buckets.get(bucket(octets)).orElse(null); entry != null; entry = entry.next()) {
            if (entry.spelling().equals(octets)) {
                return entry.word();
            }
        }
        return Optional.empty();
    }
}
