package org.posthouse.proxy.status;

import java.util.Locale;
import java.util.stream.Collectors;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;

/** Readiness in one line of the log: who is in the way, in short; each has said more in a line of its own. */
final class ReadinessLine {

    private ReadinessLine() {}

    static String of(Readiness readiness) {
        String because = readiness.reasons().stream()
                .filter(Reason::blocks)
                .map(ReadinessLine::name)
                .collect(Collectors.joining(" "));
        return readiness.ready() ? "proxy event=ready" : "proxy event=not-ready because=\"" + because + "\"";
    }

    static String name(Reason reason) {
        String kind = reason.kind().name().toLowerCase(Locale.ROOT);
        return reason.subject().isEmpty() ? kind : kind + ":" + reason.subject();
    }
}
