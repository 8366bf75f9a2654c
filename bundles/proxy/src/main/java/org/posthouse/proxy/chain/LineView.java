package org.posthouse.proxy.chain;

import java.util.OptionalLong;
import org.posthouse.imap.token.Message;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.MessageView;

/** What all views share: a message on loan that refuses use when the call is over. */
abstract class LineView implements MessageView {

    private final Direction direction;
    private final Subject subject;
    private boolean open = true;

    LineView(Direction direction, Subject subject) {
        this.direction = direction;
        this.subject = subject;
    }

    /** Ends the loan. */
    final void expire() {
        open = false;
    }

    /** What is shown, while the call runs. */
    final Subject subject() {
        if (!open) {
            throw new IllegalStateException("a view is valid only during the call that got it");
        }
        return subject;
    }

    @Override
    public Direction direction() {
        subject();
        return direction;
    }

    @Override
    public boolean complete() {
        return subject().complete();
    }

    @Override
    public OptionalLong literal() {
        long octets = subject().literal();
        return octets < 0 ? OptionalLong.empty() : OptionalLong.of(octets);
    }

    @Override
    public boolean truncated() {
        return subject().truncated();
    }

    @Override
    public String text() {
        return subject().redaction().text(subject().octets().toByteArray());
    }

    @Override
    public byte[] bytes() {
        return subject().octets().toByteArray();
    }

    @Override
    public Message message() {
        return subject().message();
    }

    /** Never the content: views end up in log statements. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + direction.arrow() + "]";
    }
}
