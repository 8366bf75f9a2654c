package org.posthouse.proxy.status;

import java.util.stream.Collectors;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;

/** Readiness in one line of the log: who is in the way, in short; each has said more in a line of its own. */
final class ReadinessLine {

    private ReadinessLine() {}

    static String of(Readiness readiness) {
        String because = readiness.reasons().stream()
                .filter(Reason::blocks)
                .map(Reason::label)
                .collect(Collectors.joining(" "));
        return readiness.ready() ? "proxy event=ready" : "proxy event=not-ready because=\"" + because + "\"";
    }
}
