package org.posthouse.proxy.chain;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.Interest;

/**
 * An interceptor in one session, with what it is being shown right now. A joiner starts with nothing shown, so it
 * gets nothing of a message before the next first line of that direction.
 */
final class Attached {

    private Slot slot;
    private final Interceptor interceptor;
    private final Interest interest;
    private final long joinedAfter;
    private boolean command;
    private boolean response;
    private boolean sentUp;
    private boolean sentDown;

    Attached(Slot slot, Interceptor interceptor, Interest interest, long joinedAfter) {
        this.slot = slot;
        this.interceptor = interceptor;
        this.interest = interest;
        this.joinedAfter = joinedAfter;
    }

    /** The same service in a newer snapshot: its failure mode may be another. */
    void serve(Slot newer) {
        slot = newer;
    }

    Slot slot() {
        return slot;
    }

    Interceptor interceptor() {
        return interceptor;
    }

    Interest interest() {
        return interest;
    }

    /** Whether the exchange of this number began after it joined. */
    boolean knows(long exchange) {
        return exchange > joinedAfter;
    }

    boolean beginCommand(CommandName name) {
        command = interest.command(name).isPresent();
        return command;
    }

    boolean beginResponse(ResponseName name) {
        response = interest.response(name).isPresent();
        return response;
    }

    boolean showsCommand() {
        return command;
    }

    boolean showsResponse() {
        return response;
    }

    /** Whether a line on its way out is shown: from the next first line on. */
    boolean showsSent(boolean upstream, boolean first) {
        if (first && upstream) {
            sentUp = interest.wantsSent();
        } else if (first) {
            sentDown = interest.wantsSent();
        }
        return upstream ? sentUp : sentDown;
    }
}
