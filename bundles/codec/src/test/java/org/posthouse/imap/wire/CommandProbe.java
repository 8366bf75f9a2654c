package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

final class CommandProbe implements Probe {

    private final CommandFramer framer;
    private boolean refused;

    CommandProbe(CommandFramer framer) {
        this.framer = framer;
    }

    static CommandProbe strict() {
        return new CommandProbe(new CommandFramer(CommandRules.STRICT, command -> Integer.MAX_VALUE));
    }

    static CommandProbe streaming(CommandRules rules, int hold) {
        return new CommandProbe(new CommandFramer(rules, command -> hold).streaming(true));
    }

    @Override
    public Found advance(ByteBuf buf, int from, int to) {
        CommandFramer.Event event = framer.advance(buf, from, to);
        refused = event == CommandFramer.Event.REFUSED;
        return switch (event) {
            case NEED_MORE -> Found.MORE;
            case PART -> Found.PART;
            case LINE -> Found.LINE;
            case LITERAL -> framer.remaining() == 0 ? Found.LITERAL_END : Found.LITERAL;
            case REFUSED -> framer.refusal().fatal() ? Found.FATAL : Found.REFUSED;
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
        String tag = buf.toString(framer.tagStart(), framer.tagEnd() - framer.tagStart(), StandardCharsets.ISO_8859_1);
        return (tag.isEmpty() ? "-" : tag) + " " + framer.command() + " ";
    }

    @Override
    public String outcome() {
        if (refused) {
            return framer.refusal().toString();
        }
        return framer.ends()
                ? "ends"
                : (framer.literal8() ? "~" : "") + "{" + framer.literal() + (framer.synchronising() ? "}" : "+}");
    }

    @Override
    public boolean ends() {
        return framer.ends();
    }
}
