package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * The client's direction: takes what was read, cuts it at the boundaries that the mode of the moment gives (commands,
 * or lines of data for a continuation), and holds what can't go on yet.
 */
final class CommandPass {

    /** More than reads that were under way can bring while the gate holds, with half a line before them. */
    private static final int READS = 128 * 1024;

    private final Session session;
    private final Gate gate;
    private final Relay relay;
    private final Held held = new Held();
    private final CommandLines commands;
    private final DataLines data;
    private final Continuations continuations;
    private final Barriers barriers;
    private Optional<ByteBuf> replay = Optional.empty();

    CommandPass(Session session, Gate gate, Relay relay) {
        this.session = session;
        this.gate = gate;
        this.relay = relay;
        this.commands = new CommandLines(session, gate, relay, this);
        this.data = new DataLines(session, gate, relay);
        this.continuations = new Continuations(session, gate, this);
        this.barriers = new Barriers(session, gate);
    }

    CommandLines commands() {
        return commands;
    }

    Continuations continuations() {
        return continuations;
    }

    Barriers barriers() {
        return barriers;
    }

    DataLines data() {
        return data;
    }

    /** Whether a command is on its way through the proxy, upstream by half or not at all. */
    boolean underWay() {
        return commands.way().halfSent()
                || commands.assembly().isOpen()
                || commands.decision().deciding().isPresent();
    }

    /** These octets come again, before all others; taken over. */
    void replay(ByteBuf octets) {
        replay = Optional.of(octets);
    }

    /** Bytes that arrived and can't go on yet. */
    Held held() {
        return held;
    }

    /** The exchange that asked for data has its result. */
    void dataOver() {
        data.reset();
    }

    /** Takes over what was read from the client. */
    void consume(ByteBuf in) {
        while (in.isReadable() && !session.state().ended()) {
            if (gate.holds()) {
                hold(in);
            } else if (held.isEmpty()) {
                run(in);
                return;
            } else {
                // Only the line that is under way is copied together; the rest of the read stays where it is.
                held.appendLine(in);
                run(held.take());
            }
        }
        in.release();
    }

    /** Goes on with what was held, after the gate has opened. */
    void resume() {
        if (!held.isEmpty() && !gate.holds() && !session.state().ended()) {
            run(held.take());
        }
        gate.update(gate.holds() && !held.isEmpty());
        relay.flush();
    }

    void release() {
        held.release();
        replay.ifPresent(ByteBuf::release);
        replay = Optional.empty();
        commands.assembly().drop();
    }

    private void hold(ByteBuf in) {
        if (held.length() > READS + session.settings().limits().line()) {
            // Nobody asked for so much: the client has closed, and the transport reads on to the end (EPOLLRDHUP).
            session.end(Ending.clientGone("client closed the connection"));
            return;
        }
        held.append(in, in.readableBytes());
        gate.update(true);
    }

    private void run(ByteBuf in) {
        int pos = in.readerIndex();
        int to = in.writerIndex();
        relay.begin(in);
        try {
            boolean progress = true;
            while (pos < to && progress && replay.isEmpty() && !gate.holds()) {
                int next = session.ledger().data() ? data.advance(in, pos, to) : commands.advance(in, pos, to);
                progress = next > pos;
                pos = next;
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
            if (!gate.holds() && !session.state().ended()) {
                run(held.take());
                return;
            }
        }
        gate.update(gate.holds() && !held.isEmpty());
        commands.refusals().afterRun();
        session.toClient().flush();
    }
}
