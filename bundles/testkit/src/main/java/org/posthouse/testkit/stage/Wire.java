package org.posthouse.testkit.stage;

import java.io.InputStream;
import java.util.function.Function;

/** What a peer has in its hand: its end of a connection. For the thread of the test. */
public interface Wire {

    /** {@code client} or {@code server}. */
    String name();

    /** Sends these octets as one packet, as far as the wire can. */
    void send(InputStream octets);

    /** Looks at what has come, while nothing is added to it. */
    <T> T look(Function<Inbox, T> look);

    /** Closes this end, behind what was sent. */
    void close();

    /** Takes no octets any more, or again. */
    void block(boolean on);

    /** How the other end stands: {@code open}, {@code closed}, {@code reset}, {@code not connected}. */
    String end();
}
