package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.posthouse.imap.wire.ResponseFramer;

/**
 * The server's direction. What nobody asked for is not even looked at beyond its head: it leaves in one slice per
 * read, together with its neighbours. Where a decision is deferred, the pass stops in the middle of a read and holds the
 * rest.
 */
final class ResponsePass {

    private final Session session;
    private final Relay relay;
    private final ResponseFramer framer;
    private final ResponseLines lines;
    private final Held held = new Held();
    private Optional<ByteBuf> replay = Optional.empty();
    private Optional<Runnable> atEnd = Optional.empty();
    private boolean paused;

    ResponsePass(Session session, Relay relay) {
        this.session = session;
        this.relay = relay;
        this.framer = new ResponseFramer(head -> lines().holdLimit(head));
        this.lines = new ResponseLines(session, this, relay, framer);
    }

    ResponseLines lines() {
        return lines;
    }

    /** Whether the client has had whole messages only: then something of ours may be said. */
    boolean atBoundary() {
        return lines.atBoundary();
    }

    /** Whether a response waits for a decision. */
    boolean deciding() {
        return paused;
    }

    void consume(ByteBuf in) {
        while (in.isReadable() && !session.state().ended()) {
            if (paused) {
                held.append(in, in.readableBytes());
                gate(true);
            } else if (held.isEmpty()) {
                run(in);
                return;
            } else {
                held.appendLine(in);
                run(held.take());
            }
        }
        in.release();
    }

    /** A decision is deferred: nothing passes until then. */
    void pause() {
        paused = true;
        session.legs().serverGate().close(Gate.Reason.CHAIN);
    }

    /** It has been decided; goes on with what was held. */
    void unpause() {
        paused = false;
        if (!held.isEmpty() && !session.state().ended()) {
            run(held.take());
        }
        if (!paused) {
            session.legs().serverGate().open(Gate.Reason.CHAIN);
            gate(false);
        }
        session.toClient().flush();
        if (!paused && atEnd.isPresent()) {
            Runnable due = atEnd.get();
            atEnd = Optional.empty();
            due.run();
        }
    }

    /** These octets come again, before all others; taken over. */
    void replay(ByteBuf octets) {
        replay = Optional.of(octets);
    }

    /** The server is gone: what was decided on has its time, then it is over. */
    void whenDecided(Runnable over) {
        if (paused) {
            atEnd = Optional.of(over);
        } else {
            over.run();
        }
    }

    /** The server is gone: what it left unfinished goes on as it came. */
    void endOfInput() {
        if (!held.isEmpty()) {
            lines.unfinished(held.take());
        }
    }

    boolean holding() {
        return !held.isEmpty();
    }

    void release() {
        held.release();
        replay.ifPresent(ByteBuf::release);
        replay = Optional.empty();
        lines.release();
    }

    private void gate(boolean holding) {
        session.legs().serverGate().update(holding);
    }

    private void run(ByteBuf in) {
        int pos = in.readerIndex();
        int to = in.writerIndex();
        relay.begin(in);
        try {
            while (pos < to && !paused && replay.isEmpty() && !session.state().ended()) {
                int unseen = session.unattended() ? framer.skipNumbered(in, pos, to) : pos;
                if (unseen > pos) {
                    relay.pass(pos, unseen);
                    pos = unseen;
                    continue;
                }
                ResponseFramer.Event event = framer.advance(in, pos, to);
                if (event == ResponseFramer.Event.NEED_MORE) {
                    break;
                }
                int end = framer.end();
                if (event == ResponseFramer.Event.LITERAL) {
                    lines.literal(in, pos, end);
                } else {
                    lines.line(in, pos, end, event == ResponseFramer.Event.LINE);
                }
                pos = end;
            }
            if (pos < to && !session.state().ended()) {
                held.keep(in, pos, to);
            }
        } finally {
            relay.finish();
        }
        if (replay.isPresent()) {
            held.prepend(replay.get());
            replay = Optional.empty();
            run(held.take());
        } else if (paused) {
            gate(!held.isEmpty());
        }
    }
}
