package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;

final class ResponseProbe implements Probe {

    private final ResponseFramer framer;

    ResponseProbe(int hold) {
        this.framer = new ResponseFramer(head -> hold);
    }

    @Override
    public Found advance(ByteBuf buf, int from, int to) {
        return switch (framer.advance(buf, from, to)) {
            case NEED_MORE -> Found.MORE;
            case PART -> Found.PART;
            case LINE -> Found.LINE;
            case LITERAL -> framer.remaining() == 0 ? Found.LITERAL_END : Found.LITERAL;
        };
    }

    @Override
    public int end() {
        return framer.end();
    }

    @Override
    public boolean first() {
        return framer.first();
    }

    @Override
    public String subject(ByteBuf buf) {
        int head = framer.head();
        Kind kind = ResponseHead.kind(head);
        String tag = kind != Kind.TAGGED
                ? ""
                : buf.toString(framer.tagStart(), framer.tagEnd() - framer.tagStart(), StandardCharsets.ISO_8859_1)
                        + " ";
        String word = kind == Kind.DATA
                ? ResponseHead.data(head) + " "
                : ResponseHead.status(head) == Status.NONE ? "" : ResponseHead.status(head) + " ";
        return kind + " " + tag + word + (ResponseHead.code(head) ? "[" + ResponseHead.codeName(head) + "] " : "");
    }

    @Override
    public String outcome() {
        return framer.ends() ? "ends" : "{" + framer.literal() + "}";
    }

    @Override
    public boolean ends() {
        return framer.ends();
    }
}
