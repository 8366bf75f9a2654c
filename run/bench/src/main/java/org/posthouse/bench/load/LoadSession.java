package org.posthouse.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.nio.charset.StandardCharsets;
import org.posthouse.bench.sink.Answers;

/**
 * One client: greeting, LOGIN, perhaps SELECT, then the workload until the crew stops, LOGOUT.
 *
 * <p>Greeting and the result of LOGIN are the proxy's to word, so they are read as lines; all that follows is compared
 * octet by octet.
 */
final class LoadSession extends SimpleChannelInboundHandler<ByteBuf> {
    private enum Stage {
        GREETING,
        LOGIN,
        /** An answer behind which the work goes on. */
        BETWEEN,
        WORK,
        IDLE,
        LOGOUT,
        CLOSE,
        OVER
    }

    private static final int LINE_LIMIT = 4096;

    private final Crew crew;
    private final String user;
    private final Expected expected = new Expected();
    private final StringBuilder line = new StringBuilder();
    private Stage stage = Stage.GREETING;
    private int tags;
    private String tag = "";

    LoadSession(Crew crew, String user) {
        this.crew = crew;
        this.user = user;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf in) throws WrongAnswer {
        while (in.isReadable() && stage != Stage.OVER) {
            if (stage == Stage.GREETING || stage == Stage.LOGIN) {
                readLine(context, in);
            } else if (expected.done()) {
                throw new WrongAnswer("more than was asked for at " + stage);
            } else {
                expected.take(in);
                if (expected.done()) {
                    next(context);
                }
            }
        }
    }

    private void readLine(ChannelHandlerContext context, ByteBuf in) throws WrongAnswer {
        int length = in.bytesBefore((byte) '\n') + 1;
        line.append(in.readCharSequence(length == 0 ? in.readableBytes() : length, StandardCharsets.ISO_8859_1));
        if (length > 0) {
            String whole = line.toString();
            line.setLength(0);
            takeLine(context, whole);
        } else if (line.length() > LINE_LIMIT) {
            throw new WrongAnswer("an endless line at " + stage);
        }
    }

    private void takeLine(ChannelHandlerContext context, String whole) throws WrongAnswer {
        if (stage == Stage.GREETING && whole.startsWith("* OK")) {
            stage = Stage.LOGIN;
            send(context, "LOGIN " + user + " secret");
        } else if (stage == Stage.LOGIN && whole.startsWith(tag + " OK ")) {
            next(context);
        } else if (stage == Stage.GREETING || !whole.startsWith("* ") || whole.startsWith("* BYE")) {
            throw new WrongAnswer("at " + stage + ": " + whole.strip());
        }
    }

    private void next(ChannelHandlerContext context) {
        switch (stage) {
            case LOGIN -> {
                if (crew.workload().selects()) {
                    stage = Stage.BETWEEN;
                    ask(context, "SELECT INBOX", Answers.select());
                } else {
                    work(context);
                }
            }
            case WORK -> {
                crew.done();
                work(context);
            }
            case LOGOUT -> stage = Stage.CLOSE;
            case IDLE -> {
                if (crew.workload() == Workload.IDLE) {
                    crew.idles();
                }
            }
            default -> work(context);
        }
    }

    private void work(ChannelHandlerContext context) {
        if (crew.stopping() || crew.workload() == Workload.LOGIN) {
            stage = Stage.LOGOUT;
            ask(context, "LOGOUT", Answers.bye());
            return;
        }
        if (crew.workload() == Workload.IDLE) {
            stage = Stage.IDLE;
            expected.add(crew.data());
            send(context, crew.workload().command());
            return;
        }
        stage = Stage.WORK;
        ask(context, crew.workload().command(), crew.data());
        crew.literal().ifPresent(octets -> {
            context.write(Unpooled.wrappedBuffer(octets), context.voidPromise());
            context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'\r', '\n'}), context.voidPromise());
        });
    }

    /** Ends IDLE. */
    void wake(ChannelHandlerContext context) {
        if (stage == Stage.IDLE) {
            stage = Stage.BETWEEN;
            expected.add(Answers.done(tag, user));
            context.writeAndFlush(Unpooled.wrappedBuffer("DONE\r\n".getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private void ask(ChannelHandlerContext context, String command, byte[] data) {
        send(context, command);
        expected.add(data);
        expected.add(Answers.done(tag, user));
    }

    private void send(ChannelHandlerContext context, String command) {
        tag = "a" + ++tags;
        byte[] octets = (tag + " " + command + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuf buffer = context.alloc().ioBuffer(octets.length).writeBytes(octets);
        context.writeAndFlush(buffer, context.voidPromise());
    }

    /** A server may send close_notify and wait for the client's, nginx does; Netty tells that and goes on. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslCloseCompletionEvent) {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (stage == Stage.CLOSE) {
            if (crew.workload() == Workload.LOGIN) {
                crew.done();
            }
        } else if (stage != Stage.OVER) {
            crew.wrong("connection closed at " + stage);
        }
        stage = Stage.OVER;
        crew.ended();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (stage != Stage.OVER) {
            stage = Stage.OVER;
            crew.wrong(String.valueOf(cause.getMessage()));
        }
        context.close();
    }
}
