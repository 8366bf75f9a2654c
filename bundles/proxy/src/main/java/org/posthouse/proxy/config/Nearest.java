package org.posthouse.proxy.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds the key that was probably meant. */
final class Nearest {

    private Nearest() {}

    /** {@code "; did you mean x?"}, or nothing if nothing is near. */
    static String hint(String key, Collection<String> known) {
        if (key.startsWith("interceptor.")) {
            return "; did you mean interceptor.<id>.failure? (write a ':' in a key as '\\:')";
        }
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= Math.max(2, candidate.length() / 2))
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("");
    }

    /** Levenshtein's, with one row. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
