package org.example.gateway;

import org.posthouse.embed.ListenerKeys;
import org.posthouse.embed.Plugged;
import org.posthouse.embed.Plugin;
import org.posthouse.embed.Posthouse;

/** An application with an IMAP proxy inside, in front of one server. */
public final class Gateway implements AutoCloseable {

    private final Posthouse posthouse;

    public Gateway(String server, int port) {
        posthouse = Posthouse.builder()
                .listener(
                        "office",
                        ListenerKeys.listen("127.0.0.1", 0)
                                .plain()
                                .upstreamPlain(server, port)
                                .set("timeout.drain", "5s"))
                .start();
    }

    /** Where clients connect to: the port that the system chose. */
    public int port() {
        return posthouse.port("office");
    }

    /** From now on nobody makes mailboxes, in open sessions neither, until what this gives is closed. */
    public Plugged freeze(String words) {
        return posthouse.plug(Plugin.deciding("freeze", new NoNewMailboxes(words)));
    }

    public int sessions() {
        return posthouse.administration().status().listeners().get(0).sessions();
    }

    /** Says BYE to who is connected, waits for at most 5 s, and leaves no thread behind. */
    @Override
    public void close() {
        posthouse.close();
    }
}
