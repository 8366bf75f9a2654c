package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.Refusal;
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
    private final CommandWay way;
    private Optional<OpenExchange> replayed = Optional.empty();
    private int granted;

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
        this.way = new CommandWay(session, pass, framer, sender, refusals);
    }

    Refusals refusals() {
        return refusals;
    }

    /** The command under way. */
    CommandWay way() {
        return way;
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
        way.ends();
        framer.reset();
    }

    /** Decides a command of which everything is here, or the line that stands in the read buffer. */
    void decide(OpenExchange exchange, Subject subject) {
        way.watch();
        decision.decide(exchange, subject);
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
            way.later(in, pos, end, whole);
        }
    }

    /** Of a command that has gone upstream by half there will be no result: it must not be waited for. */
    private void tooLarge(ByteBuf in) {
        Optional<String> tag = Refusals.tag(framer, in, way.current());
        boolean upstream = !framer.first() && !assembly.isOpen();
        assembly.drop();
        if (way.forget().isPresent() && upstream) {
            session.exchanges().cancelNewest();
        }
        refusals.tooLarge(tag);
    }

    private void begin(ByteBuf in, int pos, int end, boolean whole) {
        CommandSpec spec = framer.command();
        boolean parts = replayed.isPresent();
        OpenExchange exchange =
                replayed.orElseGet(() -> session.exchanges().prepare(spec, in, framer.tagStart(), framer.tagEnd()));
        replayed = Optional.empty();
        way.begin(exchange, parts ? granted : 0);
        refusals.commandSeen(end - pos);
        if (session.chain().isEmpty()) {
            way.relay(exchange, in, pos, end, whole);
        } else if (!parts && !(whole && framer.ends()) && assembly.wants(spec)) {
            assembly.begin(exchange, in, pos, end, whole);
        } else if (session.chain().plan().command(spec).shown()
                || session.admission().withholds(spec)) {
            Subject head = Subject.command(
                    sender.view(in, pos, end, whole, true),
                    spec,
                    session.facts().reading());
            decide(exchange, head);
        } else {
            way.relay(exchange, in, pos, end, whole);
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
            refusals.malformed(Refusals.tag(framer, in, way.current()), refusal);
        }
    }

    private int holdLimit(CommandSpec spec) {
        boolean assembled = !session.state().authenticated() || session.synchronises();
        return assembled ? session.settings().limits().line() : HEAD;
    }
}
