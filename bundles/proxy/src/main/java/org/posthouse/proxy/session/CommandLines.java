package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Refusal;

/** What becomes of the client's commands, line by line: shown, relayed, refused, or held for what the server says. */
final class CommandLines {

    private static final int HEAD = 1024;

    private final Session session;
    private final Relay relay;
    private final CommandPass pass;
    private final CommandFramer framer;
    private final CommandSender sender;
    private final Refusals refusals;
    private Optional<OpenExchange> current = Optional.empty();
    private Optional<String> scram = Optional.empty();
    private boolean partial;

    CommandLines(Session session, Gate gate, Relay relay, CommandPass pass) {
        this.session = session;
        this.relay = relay;
        this.pass = pass;
        var quirks = session.settings().quirks();
        this.framer = new CommandFramer(
                new CommandRules(quirks.lenientLineEnds(), quirks.lenientHeads(), quirks.unknownLiterals()),
                this::holdLimit);
        framer.lineLimit(session.settings().limits().line());
        this.sender = new CommandSender(session, relay, framer);
        this.refusals = new Refusals(session, gate, pass);
    }

    Refusals refusals() {
        return refusals;
    }

    /** Whether a command has gone upstream by half: then the server must not be given anything else. */
    boolean halfSent() {
        return partial;
    }

    /** The mechanism, if the exchange under way is SCRAM and the client's first message is yet to come. */
    Optional<String> scramWithoutInitial() {
        return scram;
    }

    /** Lines after login have no limit: they are relayed as they come (R7). */
    void streaming(boolean on) {
        framer.streaming(on);
    }

    int advance(ByteBuf in, int pos, int to) {
        CommandFramer.Event event = framer.advance(in, pos, to);
        int end = framer.end();
        switch (event) {
            case NEED_MORE -> {}
            case LITERAL -> literal(pos, end);
            case LINE -> line(in, pos, end, true);
            case PART -> line(in, pos, end, false);
            case REFUSED -> refused(in, pos, end);
        }
        return end;
    }

    /** A refused command ends here, whatever it announced. */
    void forgetCommand() {
        partial = false;
        framer.reset();
    }

    /** The server refused a literal that the client did not wait for: the rest of the command is discarded. */
    void answeredEarly() {
        partial = false;
        refusals.discardRest();
    }

    /** The exchange has its result, whatever of its command is still to come. */
    void answered(OpenExchange exchange) {
        current = current.filter(c -> c != exchange);
    }

    private void literal(int pos, int end) {
        if (refusals.discarding()) {
            refusals.discard(end - pos);
        } else {
            relay.pass(pos, end);
        }
    }

    private void line(ByteBuf in, int pos, int end, boolean whole) {
        if (refusals.discarding()) {
            refusals.discard(end - pos);
            discardedLine(whole);
        } else if (overLiteralLimit(whole)) {
            tooLarge(in);
        } else if (framer.first()) {
            begin(in, pos, end, whole);
        } else if (current.isEmpty()
                && whole
                && framer.literal() >= 0
                && (framer.synchronising() || session.synchronises())) {
            // Its result has come already: nobody could say whose octets follow.
            session.end(Ending.protocol("literal in a command that the server has answered"));
        } else if (sender.show(in, pos, end, whole, Optional.empty())) {
            pass(in, pos, end, whole, false);
        }
    }

    /** Of a command that has gone upstream by half there will be no result: it must not be waited for. */
    private void tooLarge(ByteBuf in) {
        Optional<String> tag = Refusals.tag(framer, in, current);
        if (!framer.first() && current.isPresent()) {
            session.exchanges().cancelNewest();
            current = Optional.empty();
        }
        refusals.tooLarge(tag);
    }

    private void begin(ByteBuf in, int pos, int end, boolean whole) {
        CommandSpec spec = framer.command();
        boolean goesOn = !whole || (framer.literal() >= 0 && !framer.synchronising());
        Optional<Admission.Refused> refused = session.admission().check(spec, in, pos, end, whole);
        if (refused.isPresent()) {
            // Not shown: it is no exchange, there will be no result. What is shown is our answer.
            current = Optional.empty();
            refusals.policy(Refusals.tag(framer, in, current).orElse(""), refused, goesOn);
            return;
        }
        OpenExchange exchange = session.exchanges().begin(spec, in, framer.tagStart(), framer.tagEnd());
        current = Optional.of(exchange);
        if (!sender.show(in, pos, end, whole, current)) {
            return;
        }
        if (spec == CommandSpec.STARTTLS) {
            String tag = exchange.tag();
            session.exchanges().cancelNewest();
            current = Optional.empty();
            refusals.policy(tag, refused, goesOn);
            return;
        }
        scram = spec == CommandSpec.AUTHENTICATE ? Refusals.scram(in, pos, end) : Optional.empty();
        refusals.commandSeen(end - pos);
        pass(in, pos, end, whole, true);
    }

    private void pass(ByteBuf in, int pos, int end, boolean whole, boolean first) {
        if (sender.send(in, pos, end, whole, first)) {
            passed(whole);
        }
    }

    /** A line has gone upstream: what comes next depends on what it announced. */
    private void passed(boolean whole) {
        partial = !whole || !framer.ends();
        if (whole && current.isPresent()) {
            pass.continuations().sent(current.get(), framer);
        }
    }

    private void discardedLine(boolean whole) {
        if (whole && (framer.ends() || framer.synchronising())) {
            framer.reset();
            refusals.discarded();
        }
    }

    private boolean overLiteralLimit(boolean whole) {
        return whole
                && !session.state().authenticated()
                && framer.literal() > session.settings().limits().literal();
    }

    private void refused(ByteBuf in, int pos, int end) {
        Refusal refusal = framer.refusal();
        if (!framer.first() || refusals.discarding()) {
            session.end(Ending.protocol(refusal.reason()));
        } else if (!refusals.swallow(in, pos, end, refusal)) {
            refusals.malformed(Refusals.tag(framer, in, current), refusal);
        }
    }

    private int holdLimit(CommandSpec spec) {
        boolean assembled = !session.state().authenticated() || session.chain().wants(spec.name());
        return assembled ? session.settings().limits().line() : HEAD;
    }
}
