package org.posthouse.example.trace;

import java.util.Optional;
import java.util.function.Consumer;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DataView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.MessageView;
import org.posthouse.intercept.PartVerdict;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.SentView;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.intercept.TailView;

/**
 * Prints one line per line of the dialogue. {@code text()} hides credentials, so there is nothing to filter here;
 * literals are counted and not shown.
 */
final class TracedSession implements Interceptor {

    private final String session;
    private final Consumer<String> out;

    TracedSession(String session, Consumer<String> out) {
        this.session = session;
        this.out = out;
        print("----", "trace joins");
    }

    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        print(command);
        return CommandVerdict.pass();
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        print(response);
        return ResponseVerdict.pass();
    }

    @Override
    public CommandVerdict onData(DataView line, Exchange exchange) {
        print(line);
        return CommandVerdict.pass();
    }

    @Override
    public PartVerdict onTail(TailView line) {
        print(line);
        return PartVerdict.pass();
    }

    @Override
    public void onSent(SentView line) {
        print(line);
    }

    @Override
    public void onEvent(SessionEvent event) {
        print("----", event.toString());
    }

    @Override
    public void onDetach(DetachReason why) {
        print("----", "trace leaves: " + why);
    }

    private void print(MessageView line) {
        String more = line.truncated() ? " …" : "";
        print(line.direction().arrow(), line.text() + more);
    }

    private void print(String sign, String text) {
        out.accept("session=" + session + " " + sign + " " + text);
    }
}
