package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.wire.ResponseFramer;
import org.posthouse.proxy.chain.Hold;
import org.posthouse.proxy.chain.Treatment;

/** A response that somebody wants whole, held until its last line. */
final class ResponseAssembly {

    private final Session session;
    private final ResponseLines lines;
    private final ResponsePass pass;
    private final ResponseFramer framer;
    private final Assembly octets = new Assembly();
    private Optional<Hold> hold = Optional.empty();
    private Optional<Errand> claim = Optional.empty();
    private int most;
    private boolean inParts;

    ResponseAssembly(Session session, ResponseLines lines, ResponsePass pass, ResponseFramer framer) {
        this.session = session;
        this.lines = lines;
        this.pass = pass;
        this.framer = framer;
    }

    boolean isOpen() {
        return octets.isOpen();
    }

    /** Whether a first line that isn't all of its message begins one that is to be held. */
    boolean wants(ByteBuf in, int pos, int end, boolean whole) {
        if ((whole && framer.ends()) || inParts) {
            return false;
        }
        return session.chain().plan().response(framer.head()).buffer() > 0
                || session.errands().claimed(framer.head(), in, pos, end).isPresent();
    }

    void begin(ByteBuf in, int pos, int end, boolean whole) {
        Treatment wanted = session.chain().plan().response(framer.head());
        claim = session.errands().claimed(framer.head(), in, pos, end);
        most = wanted.most();
        octets.begin(claim.map(Errand::room).orElse(Math.min(wanted.buffer(), wanted.most())));
        hold = claim.isPresent()
                ? Optional.empty()
                : Optional.of(session.chain().holdResponse(framer.head()));
        line(in, pos, end, whole);
    }

    /** Octets of a literal: they were found to fit when it was announced. */
    void literal(ByteBuf in, int pos, int end) {
        octets.append(in, pos, end);
    }

    void line(ByteBuf in, int pos, int end, boolean whole) {
        long announced = whole && framer.literal() > 0 ? framer.literal() : 0;
        boolean fits = octets.takes(end - pos + announced);
        boolean granted = fits && (hold.isEmpty() || hold.get().grow((int) (end - pos + announced)));
        octets.append(in, pos, end);
        if (!granted) {
            larger(fits ? most < Integer.MAX_VALUE : octets.length() + announced > most);
        } else if (whole && framer.ends()) {
            Message message = Message.response(octets.take(), session.facts().reading());
            lines.assembled(message);
            release();
        }
    }

    /** The response that comes in parts has begun to pass. */
    void passed() {
        inParts = false;
    }

    void drop() {
        octets.drop();
        release();
    }

    private void larger(boolean refuse) {
        if (claim.isPresent()) {
            claim.get().tooMuch();
            drop();
            lines.discard(framer.ends());
        } else if (refuse) {
            drop();
            session.end(Ending.unavailable("a response is larger than an interceptor takes")
                    .now());
        } else {
            release();
            inParts = true;
            framer.reset();
            pass.replay(Unpooled.wrappedBuffer(octets.take().toByteArray()));
        }
    }

    private void release() {
        hold.ifPresent(Hold::release);
        hold = Optional.empty();
    }
}
