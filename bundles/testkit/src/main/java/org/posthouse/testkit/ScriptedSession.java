package org.posthouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.posthouse.testkit.stage.Connection;
import org.posthouse.testkit.stage.Stage;

/** A session through the engine: a client and the server that the proxy connected to. For the test's thread. */
public final class ScriptedSession {

    private final Map<String, String> variables = new HashMap<>();
    private final Peer client;
    private final Peer server;

    ScriptedSession(Stage stage, InetSocketAddress from, String number, Dialogue dialogue) {
        Connection connection = stage.connect(
                from,
                (side, octets) -> dialogue.said(
                        (side == Connection.Side.CLIENT ? ">C" : ">S") + number, new String(octets, ISO_8859_1)));
        client = new Peer(connection, Connection.Side.CLIENT, "C" + number, dialogue, variables);
        server = new Peer(connection, Connection.Side.SERVER, "S" + number, dialogue, variables);
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
        client.isQuiet();
        server.isQuiet();
    }
}
