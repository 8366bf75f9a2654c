package org.posthouse.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A task in plain text or with TLS to the client. */
record Scenario(Task task, boolean tls) {
    private static final String TLS = "tls-";

    static List<Scenario> all() {
        return Stream.of(false, true)
                .flatMap(tls -> Arrays.stream(Task.values()).map(task -> new Scenario(task, tls)))
                .toList();
    }

    static Optional<Scenario> of(String name) {
        boolean tls = name.startsWith(TLS);
        return Task.of(tls ? name.substring(TLS.length()) : name).map(task -> new Scenario(task, tls));
    }

    String name() {
        return (tls ? TLS : "") + task.word();
    }
}
