package org.posthouse.bench.micro;

/** What must be true before anything is measured. */
final class Checks {

    private Checks() {}

    static void equal(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new IllegalStateException(what + ": " + found + ", not " + wanted);
        }
    }
}
