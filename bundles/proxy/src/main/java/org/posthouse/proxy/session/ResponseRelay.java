package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.wire.ResponseFramer;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.proxy.chain.Line;
import org.posthouse.proxy.chain.LiteralFlow;
import org.posthouse.proxy.chain.Subject;

/** Writes responses to the client: as they stand in the read buffer, corrected, or as somebody changed them. */
final class ResponseRelay {

    private final Session session;
    private final Relay relay;
    private final ResponseFramer framer;
    private final Results results;
    private final Streamed streamed;
    private boolean boundary = true;
    private int literals;
    private boolean watched;

    ResponseRelay(Session session, Relay relay, ResponseFramer framer, Results results) {
        this.session = session;
        this.relay = relay;
        this.framer = framer;
        this.results = results;
        this.streamed = new Streamed(relay);
    }

    /** Whether the client has had whole messages only. */
    boolean atBoundary() {
        return boundary;
    }

    /** A line as the framer has it. */
    Line view(ByteBuf in, int pos, int end, boolean whole) {
        return new Line(
                in,
                pos,
                end,
                whole && framer.ends(),
                whole ? framer.literal() : -1,
                !whole,
                results.redaction(framer.head()));
    }

    /** Another response begins; whether the chain is shown its first line, and so the others. */
    void begin(boolean shown) {
        watched = shown;
        literals = 0;
    }

    /** A first line from the read buffer, its capability list or referral corrected. */
    void first(Incoming response, ByteBuf in, int pos, int end, boolean whole) {
        int head = response.head();
        if (!ResponseHead.capabilities(head) && !ResponseHead.referralCode(head)) {
            pass(in, pos, end, true, whole);
        } else if (!whole) {
            session.end(Ending.upstream("the server sent a capability list or a referral of over 64 KiB"));
        } else {
            session.capabilities()
                    .correct(head, in, pos, end)
                    .ifPresentOrElse(line -> ours(line, framer.ends()), () -> pass(in, pos, end, true, true));
        }
    }

    /** A response, or its beginning, that the session holds. */
    void owned(Incoming response, Subject subject) {
        byte[] octets = subject.octets().toByteArray();
        Optional<byte[]> corrected = corrected(response.head(), octets);
        if (corrected.isPresent()) {
            ours(corrected.get(), subject.complete());
            return;
        }
        ByteBuf bytes = Unpooled.wrappedBuffer(octets);
        Line line = new Line(
                bytes,
                0,
                octets.length,
                subject.complete(),
                subject.literal(),
                subject.truncated(),
                subject.redaction());
        if (session.chain().plan().sent() && !session.shown().passedToClient(line, true, subject.changed())) {
            return;
        }
        boundary = subject.complete();
        boolean literal8 = literal8(bytes, 0, octets.length);
        relay.insert(bytes);
        announced(subject.literal() >= 0, literal8);
    }

    /** A line behind a literal, or more of a line that is relayed in parts. */
    void later(ByteBuf in, int pos, int end, boolean whole) {
        boolean well = streamed.end(in, pos) && (!watched || session.chain().responseTail(view(in, pos, end, whole)));
        if (well) {
            pass(in, pos, end, false, whole);
        } else {
            session.breakOff();
        }
    }

    /** Octets of a literal; answers whether the message may go on. */
    boolean literal(ByteBuf in, int pos, int end, boolean last) {
        return streamed.pass(in, pos, end, last);
    }

    /** Half a message of a server that is gone. */
    void unfinished(ByteBuf rest) {
        boundary = false;
        relay.insert(rest);
    }

    private void pass(ByteBuf in, int pos, int end, boolean first, boolean whole) {
        if (session.chain().plan().sent() && !session.shown().passedToClient(view(in, pos, end, whole), first, false)) {
            return;
        }
        boundary = whole && framer.ends();
        relay.pass(pos, end);
        boolean literal = whole && framer.literal() >= 0;
        announced(literal, literal && watched && literal8(in, pos, end));
    }

    /** Whether the literal that the line ends with was announced as {@code ~{n}} (RFC 3516). */
    private static boolean literal8(ByteBuf in, int pos, int end) {
        int brace = in.forEachByteDesc(pos, end - pos, octet -> octet != '{');
        return brace > pos && in.getByte(brace - 1) == '~';
    }

    private void announced(boolean literal, boolean literal8) {
        if (literal) {
            boolean observed =
                    watched && session.chain().plan().response(framer.head()).observed();
            streamed.begin(
                    observed ? session.chain().responseLiteral(framer.literal(), literal8, literals) : LiteralFlow.IDLE,
                    framer.literal());
            literals++;
        }
    }

    /** Lists and referrals stand in messages of one line only. */
    private Optional<byte[]> corrected(int head, byte[] octets) {
        for (int i = 0; i < octets.length - 1; i++) {
            if (octets[i] == '\n') {
                return Optional.empty();
            }
        }
        ByteBuf line = Unpooled.wrappedBuffer(octets);
        return ResponseHead.referralCode(head)
                ? session.capabilities().correct(head, line, 0, octets.length)
                : session.capabilities().correct(line, 0, octets.length);
    }

    private void ours(byte[] line, boolean ends) {
        ByteBuf bytes = Unpooled.wrappedBuffer(line);
        session.shown().oursToClient(bytes, results.redaction(framer.head()));
        boundary = ends;
        relay.insert(bytes);
    }
}
