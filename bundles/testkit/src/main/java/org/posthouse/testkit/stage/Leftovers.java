package org.posthouse.testkit.stage;

import java.util.ArrayList;
import java.util.List;

/** What an engine that has let go of everything doesn't have any more, told for people. */
final class Leftovers {

    private Leftovers() {}

    static List<String> of(int sessions, long octets) {
        List<String> left = new ArrayList<>();
        if (sessions > 0) {
            left.add(sessions + " sessions are still open after both peers have gone");
        }
        if (octets > 0) {
            left.add(octets + " octets of buffers were never released");
        }
        return left;
    }
}
