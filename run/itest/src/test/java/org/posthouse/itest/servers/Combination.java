package org.posthouse.itest.servers;

import java.util.stream.Stream;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Listener;

/** How the client comes to the proxy and how the proxy goes to the server. */
record Combination(Leg client, Leg server) {
    static Stream<Combination> all() {
        return Stream.of(Leg.values())
                .flatMap(client -> Stream.of(Leg.values()).map(server -> new Combination(client, server)));
    }

    /** A listener for it in front of that server. */
    Listener listener(DovecotServer dovecot) {
        return Listener.of(client.key() + "-" + server.key(), client, server, dovecot.port(server));
    }

    @Override
    public String toString() {
        return client.key() + " to " + server.key();
    }
}
