package org.posthouse.example.appendlimit;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.MessageView;
import org.posthouse.intercept.PartVerdict;
import org.posthouse.intercept.Reply;
import org.posthouse.intercept.TailView;

/**
 * Judges by the announcement: a literal says its length before its first octet. The first one can still be refused; when
 * a later one comes (MULTIAPPEND, CATENATE) the server has half a command, and all that is left is to end the session: the
 * server then stores none of it.
 */
final class LimitedAppend implements Interceptor {

    private final LongSupplier limit;
    private boolean oneMessage;
    private long all;

    LimitedAppend(LongSupplier limit) {
        this.limit = limit;
    }

    @Override
    public CommandVerdict onCommand(CommandView command, Exchange exchange) {
        oneMessage = false;
        all = 0;
        return tooBig(command)
                ? Reply.no("a message may have " + limit.getAsLong() + " octets")
                        .code("TOOBIG")
                : CommandVerdict.pass();
    }

    @Override
    public PartVerdict onTail(TailView line) {
        return tooBig(line)
                ? PartVerdict.close("a message may have " + limit.getAsLong() + " octets")
                        .code("TOOBIG")
                : PartVerdict.pass();
    }

    /**
     * The literals of CATENATE make one message (RFC 4469), those of MULTIAPPEND one each (RFC 3502). Wherever the word
     * stands, and wherever it may stand unseen, all count together: rather refused than let through.
     */
    private boolean tooBig(MessageView line) {
        oneMessage |= line.truncated() || line.text().toUpperCase(Locale.ROOT).contains("CATENATE");
        all += line.literal().orElse(0);
        return all < 0 || (oneMessage ? all : line.literal().orElse(0)) > limit.getAsLong();
    }
}
