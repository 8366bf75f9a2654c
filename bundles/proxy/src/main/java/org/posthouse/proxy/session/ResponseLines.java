package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.wire.ResponseFramer;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.ResponseNames;
import org.posthouse.proxy.chain.Subject;

/** What becomes of the server's responses, line by line: held, shown, relayed, dropped. */
final class ResponseLines {

    private static final int HEAD = 1024;
    private static final int ASSEMBLED = 64 * 1024;

    private final Session session;
    private final ResponseFramer framer;
    private final Results results;
    private final ResponseRelay relay;
    private final ResponseDecision decision;
    private final ResponseAssembly assembly;
    private final Incoming now = new Incoming();
    private boolean dropping;

    ResponseLines(Session session, ResponsePass pass, Relay relay, ResponseFramer framer) {
        this.session = session;
        this.framer = framer;
        this.results = new Results(session);
        this.relay = new ResponseRelay(session, relay, framer, results);
        this.decision = new ResponseDecision(session, this);
        this.assembly = new ResponseAssembly(session, this, pass, framer);
    }

    boolean atBoundary() {
        return relay.atBoundary();
    }

    void literal(ByteBuf in, int pos, int end) {
        if (assembly.isOpen()) {
            assembly.literal(in, pos, end);
        } else if (!dropping && !relay.literal(in, pos, end, framer.remaining() == 0)) {
            session.breakOff();
        }
    }

    void line(ByteBuf in, int pos, int end, boolean whole) {
        boolean ends = whole && framer.ends();
        if (session.opening().isPresent()) {
            session.opening().get().line(in, pos, end, framer.head(), framer.first() && ends);
            return;
        }
        if (assembly.isOpen()) {
            assembly.line(in, pos, end, whole);
        } else if (dropping) {
            dropping = !ends;
        } else if (!framer.first()) {
            relay.later(in, pos, end, whole);
        } else if (assembly.wants(in, pos, end, whole)) {
            assembly.begin(in, pos, end, whole);
        } else {
            first(in, pos, end, whole);
        }
        boundary(ends);
    }

    /** A first line, as it stands in the read buffer; the greeting too. */
    void first(ByteBuf in, int pos, int end, boolean whole) {
        int head = framer.head();
        assembly.passed();
        arrived(in, pos, end, framer.tagStart(), framer.tagEnd(), whole && framer.ends());
        if (session.state().ended()) {
            return;
        }
        boolean shown =
                session.chain().plan().response(head).shown() || now.errand().isPresent();
        framer.laterLimit(shown ? ASSEMBLED : 0);
        relay.begin(shown);
        if (!shown) {
            pass(in, pos, end, whole);
            return;
        }
        Line line = relay.view(in, pos, end, whole);
        Subject subject = Subject.response(line, session.facts().reading());
        decision.decide(now, subject, ResponseNames.of(head, line));
    }

    /** A response that was held is whole. */
    void assembled(Message message) {
        int head = framer.head();
        ByteBuf octets = Unpooled.wrappedBuffer(message.octets().toByteArray());
        int tag = framer.tagEnd() - framer.tagStart();
        arrived(octets, 0, octets.writerIndex(), 0, tag, true);
        Line line = new Line(octets, 0, octets.writerIndex(), true, -1, false, results.redaction(head));
        if (!session.state().ended()) {
            Subject subject = Subject.response(message, results.redaction(head));
            relay.begin(true);
            decision.decide(now, subject, ResponseNames.of(head, line));
        }
    }

    /** It was decided that the response goes on. */
    void go(Subject subject) {
        now.errand().ifPresent(e -> e.take(now, subject.message()));
        if (subject.borrowed()) {
            Line line = subject.line();
            pass(line.buf(), line.start(), line.end(), !line.truncated());
        } else {
            if (!hidden()) {
                relay.owned(now, subject);
            }
            after();
        }
    }

    /** It was decided that the client doesn't get the response. */
    void drop() {
        dropping = !now.ends();
        after();
    }

    /** What the pass would have done next if the decision had been made at once. */
    void decidedLate() {
        boundary(now.ends());
    }

    /** Half a message of a server that is gone. */
    void unfinished(ByteBuf rest) {
        if (dropping || assembly.isOpen()) {
            rest.release();
        } else {
            relay.unfinished(rest);
        }
    }

    void release() {
        assembly.drop();
    }

    int holdLimit(int head) {
        boolean assembled = session.opening().isPresent()
                || ResponseHead.capabilities(head)
                || ResponseHead.referralCode(head)
                || session.chain().plan().response(head).shown()
                || session.chain().plan().sent();
        // What nobody looks at needn't wait for its line's end: a copy and a gathering write less.
        return assembled ? ASSEMBLED : ResponseHead.kind(head) == Kind.DATA && session.unattended() ? 0 : HEAD;
    }

    private void arrived(ByteBuf in, int pos, int end, int tagStart, int tagEnd, boolean ends) {
        int head = framer.head();
        Optional<OpenExchange> exchange = ResponseHead.kind(head) == Kind.TAGGED
                ? session.exchanges().end(in, tagStart, tagEnd)
                : Optional.empty();
        now.begin(head, ends, exchange);
        Optional<Errand> claim = session.errands().claimed(head, in, pos, end);
        if (claim.isPresent()) {
            now.claimedBy(claim.get());
        }
        results.before(now, in, pos, end);
    }

    /** What is left of a response that isn't wanted any more goes nowhere. */
    void discard(boolean ends) {
        dropping = !ends;
    }

    private void pass(ByteBuf in, int pos, int end, boolean whole) {
        if (!hidden()) {
            relay.first(now, in, pos, end, whole);
        }
        after();
    }

    /** What is not for the client; if it hears something else instead, that is said. */
    private boolean hidden() {
        boolean ours = now.kind() == Kind.CONTINUATION && session.ledger().ours();
        boolean own = now.errand().isPresent();
        Optional<Admission.Refused> instead = now.exchange().flatMap(OpenExchange::instead);
        if (instead.isPresent()) {
            results.instead(now, instead.get());
        }
        dropping = (ours || own || instead.isPresent()) && !now.ends();
        return ours || own || instead.isPresent();
    }

    private void after() {
        if (!session.state().ended()) {
            results.after(now);
        }
    }

    private void boundary(boolean ends) {
        if (ends && !decision.deciding() && atBoundary() && !session.state().ended()) {
            session.boundary();
        }
    }
}
