package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** The client's channel as the session sees it. */
final class ClientLeg extends ChannelInboundHandlerAdapter {

    private final Session session;

    ClientLeg(Session session) {
        this.session = session;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        session.start();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        session.deadlines().touch();
        ByteBuf octets = (ByteBuf) message;
        session.visit().read(octets.readableBytes());
        session.commands().consume(octets);
        session.legs().serverWritable();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        session.toServer().flush();
        session.legs().serverWritable();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        session.legs().clientWritable();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            session.clientEncrypted();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        session.end(Ending.clientGone("client closed the connection"));
        session.legs().clientClosed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        session.end(Ending.clientGone(Closing.describe(cause)));
    }
}
