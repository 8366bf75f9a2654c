package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;

/** Lines of SASL data and DONE, as a session frames them. */
final class DataLineProbe implements Probe {

    private int end;

    @Override
    public Found advance(ByteBuf buf, int from, int to) {
        int lf = LineFeed.find(buf, from, to);
        end = lf < 0 ? from : lf + 1;
        return lf < 0 ? Found.MORE : Found.LINE;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public String subject(ByteBuf buf) {
        return "";
    }

    @Override
    public String outcome() {
        return "data";
    }

    @Override
    public boolean ends() {
        return true;
    }
}
