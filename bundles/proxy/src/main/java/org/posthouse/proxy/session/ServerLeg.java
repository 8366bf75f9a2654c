package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** The server's channel as the session sees it. */
final class ServerLeg extends ChannelInboundHandlerAdapter {

    private final Session session;

    ServerLeg(Session session) {
        this.session = session;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        session.deadlines().touch();
        session.responses().consume((ByteBuf) message);
        session.legs().clientWritable();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        session.toClient().flush();
        session.legs().clientWritable();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        session.legs().serverWritable();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        session.opening()
                .ifPresentOrElse(
                        o -> session.upstreamFailed(o.phase(), "the server closed the connection"),
                        () -> session.serverGone("the server closed the connection"));
        session.legs().serverClosed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        session.opening()
                .ifPresentOrElse(
                        o -> session.upstreamFailed(o.phase(), Closing.describe(cause)),
                        () -> session.serverLost(Closing.describe(cause)));
    }
}
