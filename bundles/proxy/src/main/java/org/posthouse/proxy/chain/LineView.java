package org.posthouse.proxy.chain;

import java.util.OptionalLong;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.MessageView;

/** What all views share: a borrowed line that refuses use when the call is over. */
abstract class LineView implements MessageView {

    private final Direction direction;
    private final Line line;
    private boolean open = true;

    LineView(Direction direction, Line line) {
        this.direction = direction;
        this.line = line;
    }

    /** Ends the loan. */
    final void expire() {
        open = false;
    }

    /** The line, while the call runs. */
    final Line line() {
        if (!open) {
            throw new IllegalStateException("a view is valid only during the call that got it");
        }
        return line;
    }

    @Override
    public Direction direction() {
        line();
        return direction;
    }

    @Override
    public boolean complete() {
        return line().ends();
    }

    @Override
    public OptionalLong literal() {
        long octets = line().literal();
        return octets < 0 ? OptionalLong.empty() : OptionalLong.of(octets);
    }

    @Override
    public boolean truncated() {
        return line().truncated();
    }

    @Override
    public String text() {
        return line().redaction().text(line().copy());
    }

    @Override
    public byte[] bytes() {
        return line().copy();
    }

    /** Never the content: views end up in log statements. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + direction.arrow() + "]";
    }
}
