package org.posthouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.posthouse.testkit.stage.Connection;
import org.posthouse.testkit.stage.Engine;

/** A session through the engine: a client and the server that the proxy connected to. For the test's thread. */
public final class ScriptedSession {

    private final Map<String, String> variables = new HashMap<>();
    private final Peer client;
    private final Peer server;

    ScriptedSession(Engine engine, InetSocketAddress from, String number, Dialogue dialogue, Duration patience) {
        Connection connection = engine.connect(
                from,
                (name, octets) ->
                        dialogue.said((name.equals("client") ? ">C" : ">S") + number, new String(octets, ISO_8859_1)));
        client = new Peer(connection.client(), "C" + number, dialogue, variables, patience);
        server = new Peer(connection.server(), "S" + number, dialogue, variables, patience);
    }

    /** Who connected to the proxy. */
    public Peer client() {
        return client;
    }

    /** Whom the proxy connected to. */
    public Peer server() {
        return server;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** At the end of a script. */
    void isQuiet() {
        client.receivedNothing();
        server.receivedNothing();
        if (!client.hasLeft() && !server.hasLeft()) {
            client.hasNoUnsaidEnd();
            server.hasNoUnsaidEnd();
        }
    }
}
