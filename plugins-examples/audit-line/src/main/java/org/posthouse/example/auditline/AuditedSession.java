package org.posthouse.example.auditline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.view.MailboxName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;

/** Remembers when a command came, and prints a line when its result comes. No argument of a command is looked at. */
final class AuditedSession implements Interceptor {

    private record Begun(CommandName name, long nanos) {}

    private final Session session;
    private final LongSupplier clock;
    private final LongSupplier slow;
    private final Consumer<String> out;
    private final Map<Long, Begun> begun = new HashMap<>();

    AuditedSession(Session session, LongSupplier clock, LongSupplier slow, Consumer<String> out) {
        this.session = session;
        this.clock = clock;
        this.slow = slow;
        this.out = out;
    }

    /** Tags repeat and exchanges are reused: the number is what names a command. */
    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        begun.put(exchange.number(), new Begun(command.name(), clock.getAsLong()));
        return CommandVerdict.pass();
    }

    @Override
    public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
        exchange.map(ended -> begun.remove(ended.number()))
                .ifPresent(command -> print(command, response.name().toString()));
        return ResponseVerdict.pass();
    }

    @Override
    public void onDetach(DetachReason why) {
        begun.values().forEach(command -> print(command, "none"));
    }

    private void print(Begun command, String result) {
        long millis = (clock.getAsLong() - command.nanos()) / 1_000_000;
        if (millis >= slow.getAsLong() || !result.equals("OK")) {
            out.accept("session=" + session.id()
                    + " user=" + quoted(session.user())
                    + " mailbox=" + quoted(session.mailbox().map(MailboxName::name))
                    + " command=\"" + name(command, result) + "\" ms=" + millis + " result=" + result);
        }
    }

    /** What no server knows may be half of a login: a password on a line of its own stands where a command's name does. */
    private String name(Begun command, String result) {
        return result.equals("BAD") && session.user().isEmpty()
                ? "?"
                : command.name().toString();
    }

    /** Names come from the client: none may end the line or look like another key. */
    private static String quoted(Optional<String> name) {
        return name.map(text -> '"' + text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"\\\\]", "?") + '"')
                .orElse("-");
    }
}
