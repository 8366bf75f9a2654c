package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * THREAD (2)(3 6 (4 23)(44 7 96))} (RFC 5256 §4). */
public record ThreadData(List<MessageThread> threads) implements Response {

    public static final View<ThreadData> VIEW =
            MessageReader.data("THREAD", args -> new ThreadData(MessageThread.read(args)));

    public ThreadData {
        threads = List.copyOf(threads);
    }

    @Override
    public View<ThreadData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("THREAD");
        MessageThread.write(threads, to);
    }
}
