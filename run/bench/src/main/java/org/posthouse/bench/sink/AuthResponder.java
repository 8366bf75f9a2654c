package org.posthouse.bench.sink;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;

/** Answers nginx's {@code auth_http}: everybody may in, the server is the sink. */
final class AuthResponder extends SimpleChannelInboundHandler<ByteBuf> {
    private final int sinkPort;
    private final StringBuilder request = new StringBuilder();

    AuthResponder(int sinkPort) {
        this.sinkPort = sinkPort;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
        request.append(in.toString(StandardCharsets.ISO_8859_1));
        if (request.indexOf("\r\n\r\n") < 0) {
            return;
        }
        String answer =
                "HTTP/1.0 200 OK\r\nAuth-Status: OK\r\nAuth-Server: 127.0.0.1\r\nAuth-Port: " + sinkPort + "\r\n\r\n";
        context.writeAndFlush(Unpooled.wrappedBuffer(Answers.ascii(answer))).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
