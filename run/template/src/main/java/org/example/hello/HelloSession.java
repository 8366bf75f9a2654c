package org.example.hello;

import java.util.function.Supplier;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;

/** One session's part: called on its event loop, never twice at a time, so fields need no lock; and it must not block. */
final class HelloSession implements Interceptor {

    private final Supplier<String> text;

    HelloSession(Supplier<String> text) {
        this.text = text;
    }

    /** The server never sees the command, the client gets {@code NO}. */
    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        return CommandVerdict.no(text.get());
    }
}
