package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Refusal;
import org.posthouse.proxy.chain.LiteralFlow;
import org.posthouse.proxy.chain.Subject;

/** What becomes of the client's commands, line by line: held, shown, relayed, refused. */
final class CommandLines {

    private static final int HEAD = 1024;

    private final Session session;
    private final CommandPass pass;
    private final CommandFramer framer;
    private final CommandSender sender;
    private final CommandAssembly assembly;
    private final CommandDecision decision;
    private final Refusals refusals;
    private Optional<OpenExchange> current = Optional.empty();
    private Optional<OpenExchange> replayed = Optional.empty();
    private Optional<String> scram = Optional.empty();
    private boolean partial;
    private boolean watched;
    private int granted;
    private int literals;

    CommandLines(Session session, Gate gate, Relay relay, CommandPass pass) {
        this.session = session;
        this.pass = pass;
        var quirks = session.settings().quirks();
        this.framer = new CommandFramer(
                new CommandRules(quirks.lenientLineEnds(), quirks.lenientHeads(), quirks.unknownLiterals()),
                this::holdLimit);
        framer.lineLimit(session.settings().limits().line());
        this.sender = new CommandSender(session, relay, framer);
        this.assembly = new CommandAssembly(session, this, framer);
        this.decision = new CommandDecision(session, this, gate);
        this.refusals = new Refusals(session, gate, pass);
    }

    Refusals refusals() {
        return refusals;
    }

    CommandSender sender() {
        return sender;
    }

    CommandAssembly assembly() {
        return assembly;
    }

    CommandDecision decision() {
        return decision;
    }

    /** Whether a command has gone upstream by half: then the server must not be given anything else. */
    boolean halfSent() {
        return partial || sender.hasPieces();
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
        framer.laterLimit(session.synchronises() ? session.settings().limits().line() : 0);
        CommandFramer.Event event = framer.advance(in, pos, to);
        int end = framer.end();
        switch (event) {
            case NEED_MORE -> {}
            case LITERAL -> literal(in, pos, end);
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

    /**
     * The server has answered instead of granting a literal (R3).
     *
     * @return whether the client waits for that literal, so that the command ends here
     */
    boolean answeredInstead(boolean announcedByUs) {
        boolean held = sender.hasPieces();
        boolean more = !held || sender.streamsBehind();
        sender.drop();
        partial = false;
        if (!more) {
            return false;
        }
        boolean waits = held ? waits() : !announcedByUs;
        if (!waits) {
            refusals.discardRest();
        }
        return waits;
    }

    /** The exchange has its result, whatever of its command is still to come. */
    void answered(OpenExchange exchange) {
        current = current.filter(c -> c != exchange);
        session.facts().answered(exchange);
    }

    /** Decides a command of which everything is here, or the line that stands in the read buffer. */
    void decide(OpenExchange exchange, Subject subject) {
        watched = true;
        decision.decide(exchange, subject);
    }

    /** It was decided that the line may go upstream as it stands in the read buffer. */
    void relay(OpenExchange exchange, ByteBuf in, int pos, int end, boolean whole) {
        if (!admitted(exchange, in, pos, end, whole)) {
            return;
        }
        session.exchanges().open(exchange);
        session.facts().begin(exchange, in, pos, end, whole && framer.ends());
        if (sender.line(in, pos, end, whole, true)) {
            passed(whole);
        }
    }

    /** It was decided that a command that the session holds may go upstream. */
    void send(OpenExchange exchange, Subject subject) {
        ByteBuf octets = Unpooled.wrappedBuffer(subject.octets().toByteArray());
        if (!admitted(exchange, octets, 0, octets.writerIndex(), !subject.truncated())) {
            return;
        }
        session.exchanges().open(exchange);
        session.facts().begin(exchange, octets, 0, octets.writerIndex(), subject.complete());
        partial = true;
        sender.pieces(exchange, subject);
    }

    /** The last piece of a command that the session held is upstream; what it announced, the client sends. */
    void sent(OpenExchange exchange, boolean complete, long announced) {
        partial = !complete;
        if (complete) {
            pass.continuations().sent(exchange);
        } else if (announced >= 0) {
            announced(exchange, framer.literal());
        }
    }

    /** Nothing of the command is upstream, and nothing will be. */
    void refuse(OpenExchange exchange, Admission.Refused why) {
        current = current.filter(c -> c != exchange);
        refusals.policy(exchange, Optional.of(why), sendsOn());
    }

    /** The command that was being held is too large for that: it begins anew and is shown in parts. */
    void inParts(OpenExchange exchange, Octets octets, int literalsGranted) {
        framer.reset();
        replayed = Optional.of(exchange);
        granted = literalsGranted;
        pass.replay(Unpooled.wrappedBuffer(octets.toByteArray()));
    }

    private void literal(ByteBuf in, int pos, int end) {
        if (refusals.discarding()) {
            refusals.discard(end - pos);
        } else if (assembly.isOpen()) {
            assembly.literal(in, pos, end);
        } else {
            session.facts().more(in, pos, end, false);
            if (!sender.literal(in, pos, end, framer.remaining() == 0)) {
                session.endByChain();
            }
        }
    }

    private void line(ByteBuf in, int pos, int end, boolean whole) {
        if (refusals.discarding()) {
            refusals.discard(end - pos);
            discardedLine(whole);
        } else if (overLiteralLimit(whole)) {
            tooLarge(in);
        } else if (assembly.isOpen()) {
            assembly.line(in, pos, end, whole);
        } else if (framer.first()) {
            begin(in, pos, end, whole);
        } else {
            later(in, pos, end, whole);
        }
    }

    private void later(ByteBuf in, int pos, int end, boolean whole) {
        if (current.isEmpty() && whole && framer.literal() >= 0 && (framer.synchronising() || session.synchronises())) {
            // Its result has come already: nobody could say whose octets follow.
            session.end(Ending.protocol("literal in a command that the server has answered"));
        } else if (!sender.literalOver(in, pos)
                || (watched && !session.chain().commandTail(sender.view(in, pos, end, whole, false)))) {
            session.endByChain();
        } else {
            session.facts().more(in, pos, end, whole && framer.ends());
            if (sender.line(in, pos, end, whole, false)) {
                passed(whole);
            }
        }
    }

    /** Of a command that has gone upstream by half there will be no result: it must not be waited for. */
    private void tooLarge(ByteBuf in) {
        Optional<String> tag = Refusals.tag(framer, in, current);
        if (assembly.isOpen()) {
            assembly.drop();
        } else if (!framer.first() && current.isPresent()) {
            session.exchanges().cancelNewest();
        }
        current = Optional.empty();
        refusals.tooLarge(tag);
    }

    private void begin(ByteBuf in, int pos, int end, boolean whole) {
        CommandSpec spec = framer.command();
        boolean parts = replayed.isPresent();
        OpenExchange exchange = replayed.orElseGet(
                () -> session.exchanges().prepare(spec, in, framer.tagStart(), framer.tagEnd()));
        replayed = Optional.empty();
        granted = parts ? granted : 0;
        literals = 0;
        current = Optional.of(exchange);
        refusals.commandSeen(end - pos);
        watched = false;
        if (session.chain().isEmpty()) {
            relay(exchange, in, pos, end, whole);
        } else if (!parts && !(whole && framer.ends()) && assembly.wants(spec)) {
            assembly.begin(exchange, in, pos, end, whole);
        } else if (session.chain().plan().command(spec).shown() || session.admission().withholds(spec)) {
            Subject head = Subject.command(
                    sender.view(in, pos, end, whole, true), spec, session.facts().reading());
            decide(exchange, head);
        } else {
            relay(exchange, in, pos, end, whole);
        }
    }

    /** Whether the proxy itself lets the command pass; if not, it has been refused. */
    private boolean admitted(OpenExchange exchange, ByteBuf in, int pos, int end, boolean whole) {
        CommandSpec spec = exchange.spec();
        Optional<Admission.Refused> refused = session.admission().check(spec, in, pos, end, whole);
        if (spec == CommandSpec.STARTTLS || refused.isPresent()) {
            current = current.filter(c -> c != exchange);
            refusals.policy(exchange, refused, sendsOn());
            return false;
        }
        scram = spec == CommandSpec.AUTHENTICATE ? Refusals.scram(in, pos, end) : Optional.empty();
        return true;
    }

    /** A line has gone upstream: what comes next depends on what it announced. */
    private void passed(boolean whole) {
        partial = !whole || !framer.ends();
        if (!whole || current.isEmpty()) {
            return;
        }
        if (framer.ends()) {
            pass.continuations().sent(current.get());
        } else {
            announced(current.get(), framer.literal());
        }
    }

    private void announced(OpenExchange exchange, long octets) {
        boolean observed = watched && session.chain().plan().command(exchange.spec()).observed();
        LiteralFlow flow = observed
                ? session.chain().commandLiteral(octets, framer.literal8(), literals)
                : LiteralFlow.IDLE;
        sender.announced(flow, octets);
        pass.continuations().announced(exchange, waits());
        literals++;
    }

    /** Whether the client waits before it sends the literal that it announced. */
    private boolean waits() {
        return framer.synchronising() && literals >= granted;
    }

    /** Whether the client sends more of the command without waiting. */
    private boolean sendsOn() {
        return !framer.ends() && !(framer.literal() >= 0 && waits());
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
        boolean assembled = !session.state().authenticated() || session.synchronises();
        return assembled ? session.settings().limits().line() : HEAD;
    }
}
