package org.posthouse.bench.sink;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/** One client of the sink. Lives on its event loop. */
final class SinkSession extends ByteToMessageDecoder {
    private final Store store;
    private final CRC32C crc = new CRC32C();
    private final StringBuilder command = new StringBuilder();
    private String user = "nobody";
    private String idleTag = "";
    private int literal;
    private int announced;

    SinkSession(Store store) {
        this.store = store;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(Unpooled.wrappedBuffer(Answers.ascii(Answers.GREETING)));
        context.fireChannelActive();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (literal > 0) {
            takeLiteral(in);
            return;
        }
        int length = in.bytesBefore((byte) '\n');
        if (length < 0) {
            return;
        }
        String line = in.readCharSequence(length + 1, StandardCharsets.ISO_8859_1)
                .toString()
                .stripTrailing();
        takeLine(context, line);
    }

    private void takeLine(ChannelHandlerContext context, String line) {
        if (!idleTag.isEmpty()) {
            String tag = idleTag;
            idleTag = "";
            finish(context, tag, line.equalsIgnoreCase("DONE") ? "DONE" : "?");
            return;
        }
        int brace = line.endsWith("}") ? line.lastIndexOf('{') : -1;
        if (brace < 0) {
            command.append(line);
            String whole = command.toString();
            command.setLength(0);
            answer(context, whole);
            return;
        }
        boolean waits = line.charAt(line.length() - 2) != '+';
        announced = Integer.parseInt(line, brace + 1, line.length() - (waits ? 1 : 2), 10);
        literal = announced;
        crc.reset();
        command.append(line, 0, brace);
        if (waits) {
            send(context, Answers.ascii("+ go on\r\n"));
        }
    }

    private void takeLiteral(ByteBuf in) {
        int octets = Math.min(literal, in.readableBytes());
        if (announced < Answers.SMALL) {
            command.append(in.toString(in.readerIndex(), octets, StandardCharsets.ISO_8859_1));
        }
        for (ByteBuffer part : in.nioBuffers(in.readerIndex(), octets)) {
            crc.update(part);
        }
        in.skipBytes(octets);
        literal -= octets;
    }

    private void answer(ChannelHandlerContext context, String line) {
        String[] words = line.split(" ", 4);
        String tag = words[0];
        String name = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        switch (name) {
            case "LOGIN" -> user = words.length > 2 ? words[2].replace("\"", "") : "nobody";
            case "CAPABILITY" ->
                send(context, Answers.ascii("* CAPABILITY IMAP4rev1 LITERAL+ SASL-IR IDLE ID UIDPLUS\r\n"));
            case "SELECT" -> send(context, Answers.select());
            case "UID" -> context.write(store.answer(words.length > 3 ? words[3] : ""));
            case "LOGOUT" -> send(context, Answers.bye());
            case "IDLE" -> {
                idleTag = tag;
                send(context, Answers.idling());
                context.flush();
                return;
            }
            default -> {}
        }
        finish(context, tag, name.equals("APPEND") && !store.knows(announced, crc.getValue()) ? "?" : name);
        if (name.equals("LOGOUT")) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void finish(ChannelHandlerContext context, String tag, String name) {
        switch (name) {
            case "LOGIN", "CAPABILITY", "SELECT", "UID", "LOGOUT", "NOOP", "APPEND", "DONE" ->
                send(context, Answers.done(tag, user));
            default -> send(context, Answers.ascii(tag + " BAD unknown, or not the content that both ends know\r\n"));
        }
    }

    private static void send(ChannelHandlerContext context, byte[] octets) {
        context.write(context.alloc().ioBuffer(octets.length).writeBytes(octets), context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        context.flush();
        super.channelReadComplete(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // The client is gone or sent nonsense: what it then misses, the load generator reports.
        context.close();
    }
}
