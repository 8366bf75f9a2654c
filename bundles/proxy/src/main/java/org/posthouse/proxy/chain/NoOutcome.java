package org.posthouse.proxy.chain;

import java.util.Optional;
import org.posthouse.intercept.Reply;

/** Before the first message. */
enum NoOutcome implements CommandOutcome {
    /** The one value. */
    NONE;

    @Override
    public void go(Subject subject) {}

    @Override
    public void reply(Reply reply) {}

    @Override
    public void close(String reason, Optional<String> code) {}

    @Override
    public void abort(String reason) {}

    @Override
    public void refused(String status, String reason) {}
}
