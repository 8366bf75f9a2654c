package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** A literal that passes one stage after the other. */
final class StagedFlow implements LiteralFlow {

    private final List<LiteralStage> stages;
    private final Calls calls;
    private final Seats seats;
    private boolean broken;
    private boolean replaced;
    private Octets octets = Octets.EMPTY;

    StagedFlow(List<LiteralStage> stages, Calls calls, Seats seats) {
        this.stages = stages;
        this.calls = calls;
        this.seats = seats;
    }

    @Override
    public boolean idle() {
        return false;
    }

    @Override
    public boolean replaced() {
        return replaced;
    }

    @Override
    public Octets octets() {
        return octets;
    }

    @Override
    public boolean show(ByteBuf buf, int start, int end, boolean last) {
        ByteBuf chunk = buf;
        int from = start;
        int to = end;
        replaced = false;
        for (LiteralStage stage : stages) {
            if (stage.ended()) {
                continue;
            }
            if (from < to || last) {
                one(stage, chunk, from, to, last);
            }
            if (broken) {
                return false;
            }
            if (stage.replaces()) {
                byte[] made = stage.take();
                octets = Octets.owning(made);
                replaced = true;
                chunk = Unpooled.wrappedBuffer(made);
                from = 0;
                to = made.length;
            }
        }
        if (last) {
            close();
        }
        return !broken;
    }

    /** Who leaves may not be waited for: what it only watched goes on without it, if it fails open. */
    void abandon(Occupant who) {
        for (LiteralStage stage : stages) {
            if (stage.who() == who && !stage.ended()) {
                broken |= stage.replaces() || stage.seat().closed();
                stage.end();
            }
        }
    }

    /** It is over, whatever of it was shown. */
    void close() {
        for (LiteralStage stage : stages) {
            if (stage.end()) {
                seats.depart(stage.seat(), stage.who());
            }
        }
    }

    private void one(LiteralStage stage, ByteBuf buf, int start, int end, boolean last) {
        Registered outer = calls.running();
        if (!calls.enter(stage.who())) {
            failed(stage);
            return;
        }
        try {
            stage.show(buf, start, end, last);
        } catch (Throwable e) {
            calls.failed(stage.seat(), Optional.of(stage.who()), "onLiteral", e);
            failed(stage);
        } finally {
            calls.leave(outer);
        }
    }

    private void failed(LiteralStage stage) {
        broken |= stage.replaces() || stage.seat().closed();
        if (stage.end()) {
            seats.depart(stage.seat(), stage.who());
        }
    }
}
