package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.wire.ResponseFramer;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.proxy.chain.Line;

/**
 * The server's direction. What nobody asked for is not even looked at beyond its head: it leaves in one slice per
 * read, together with its neighbours.
 */
final class ResponsePass {

    private static final int HEAD = 1024;
    private static final int ASSEMBLED = 64 * 1024;

    private final Session session;
    private final Relay relay;
    private final ResponseFramer framer;
    private final Held held = new Held();
    private final Results results;
    private boolean boundary = true;

    ResponsePass(Session session, Relay relay) {
        this.session = session;
        this.relay = relay;
        this.framer = new ResponseFramer(this::holdLimit);
        this.results = new Results(session);
    }

    /** Whether the client has had whole messages only: then something of ours may be said. */
    boolean atBoundary() {
        return boundary;
    }

    void consume(ByteBuf in) {
        while (in.isReadable() && !session.state().ended()) {
            if (held.isEmpty()) {
                run(in);
                return;
            }
            held.appendLine(in);
            run(held.take());
        }
        in.release();
    }

    /** The server is gone: what it left unfinished goes on as it came. */
    void endOfInput() {
        if (!held.isEmpty()) {
            boundary = false;
            relay.insert(held.take());
        }
    }

    boolean holding() {
        return !held.isEmpty();
    }

    void release() {
        held.release();
    }

    private void run(ByteBuf in) {
        int pos = in.readerIndex();
        int to = in.writerIndex();
        relay.begin(in);
        try {
            while (pos < to && !session.state().ended()) {
                int unseen = session.unattended() ? framer.skipNumbered(in, pos, to) : pos;
                if (unseen > pos) {
                    relay.pass(pos, unseen);
                    pos = unseen;
                    continue;
                }
                ResponseFramer.Event event = framer.advance(in, pos, to);
                if (event == ResponseFramer.Event.NEED_MORE) {
                    held.keep(in, pos, to);
                    break;
                }
                int end = framer.end();
                if (event == ResponseFramer.Event.LITERAL) {
                    relay.pass(pos, end);
                } else {
                    line(in, pos, end, event == ResponseFramer.Event.LINE);
                }
                pos = end;
            }
        } finally {
            relay.finish();
        }
    }

    private void line(ByteBuf in, int pos, int end, boolean whole) {
        boolean ends = whole && framer.ends();
        if (session.opening().isPresent()) {
            session.opening().get().line(in, pos, end, framer.head(), framer.first() && ends);
            return;
        }
        if (!framer.first()) {
            if (session.chain().isEmpty() || session.shown().responseTail(view(in, pos, end, whole))) {
                pass(in, pos, end, false, whole);
            }
        } else if (ResponseHead.kind(framer.head()) == Kind.DATA) {
            untagged(in, pos, end, whole);
        } else {
            status(in, pos, end, whole);
        }
        if (ends && session.atBoundary()) {
            session.boundary();
        }
    }

    private void status(ByteBuf in, int pos, int end, boolean whole) {
        int head = framer.head();
        Kind kind = ResponseHead.kind(head);
        Optional<OpenExchange> exchange = kind == Kind.TAGGED
                ? session.exchanges().end(in, framer.tagStart(), framer.tagEnd())
                : Optional.empty();
        if (exchange.isPresent()) {
            results.before(exchange.get(), ResponseHead.status(head));
        } else if (kind == Kind.STATUS && ResponseHead.status(head) == Status.BYE) {
            session.toLoggedOut();
        }
        results.of(kind, exchange);
        if (shown(in, pos, end, whole, exchange)) {
            if (kind == Kind.CONTINUATION && session.ledger().ours()) {
                boundary = whole && framer.ends();
            } else {
                relayed(in, pos, end, whole);
            }
            results.after(kind, ResponseHead.status(head), exchange);
        }
    }

    /** Untagged data; also the greeting, which goes on as any other response does. */
    void untagged(ByteBuf in, int pos, int end, boolean whole) {
        results.of(Kind.DATA, Optional.empty());
        if (shown(in, pos, end, whole, Optional.empty())) {
            relayed(in, pos, end, whole);
        }
    }

    /** Relays a first line, its capability list or referral corrected. */
    private void relayed(ByteBuf in, int pos, int end, boolean whole) {
        int head = framer.head();
        if (!ResponseHead.capabilities(head) && !ResponseHead.referralCode(head)) {
            pass(in, pos, end, true, whole);
        } else if (!whole) {
            session.end(Ending.upstream("the server sent a capability list or a referral of over 64 KiB"));
        } else {
            session.capabilities()
                    .correct(head, in, pos, end)
                    .ifPresentOrElse(this::ours, () -> pass(in, pos, end, true, true));
        }
    }

    private void ours(byte[] line) {
        ByteBuf bytes = Unpooled.wrappedBuffer(line);
        session.shown().oursToClient(bytes, results.redaction(framer.head()));
        boundary = framer.ends();
        relay.insert(bytes);
    }

    private void pass(ByteBuf in, int pos, int end, boolean first, boolean whole) {
        if (!session.chain().isEmpty() && !session.shown().passedToClient(view(in, pos, end, whole), first)) {
            return;
        }
        boundary = whole && framer.ends();
        relay.pass(pos, end);
    }

    private boolean shown(ByteBuf in, int pos, int end, boolean whole, Optional<OpenExchange> exchange) {
        return session.chain().isEmpty()
                || session.shown().response(view(in, pos, end, whole), framer.head(), exchange);
    }

    private Line view(ByteBuf in, int pos, int end, boolean whole) {
        return new Line(
                in,
                pos,
                end,
                whole && framer.ends(),
                whole ? framer.literal() : -1,
                !whole,
                results.redaction(framer.head()));
    }

    private int holdLimit(int head) {
        boolean assembled = session.opening().isPresent()
                || ResponseHead.capabilities(head)
                || ResponseHead.referralCode(head)
                || session.chain().wantsResponses();
        return assembled ? ASSEMBLED : HEAD;
    }
}
