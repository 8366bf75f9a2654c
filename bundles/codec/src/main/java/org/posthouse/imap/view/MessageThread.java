package org.posthouse.imap.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.TokenWriter;

/**
 * Messages that answer one another.
 *
 * @param messages each the answer to the one before; may be empty if the common parent isn't there
 * @param branches the threads that begin behind the last of them; none, or two and more
 */
public record MessageThread(List<Long> messages, List<MessageThread> branches) {

    private record Open(Args args, List<Long> messages, List<MessageThread> branches) {}

    public MessageThread {
        messages = NumberList.copyOf(messages);
        branches = List.copyOf(branches);
        if (messages.isEmpty() && branches.isEmpty()
                || messages.stream().anyMatch(number -> number < 0 || number > Args.NUMBER_32)) {
            throw new IllegalArgumentException("an empty thread, or no message number");
        }
    }

    /** All threads to the end; on a stack of its own, as deep as the tokens are. */
    static List<MessageThread> read(Args args) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(args, List.of(), new ArrayList<>()));
        while (true) {
            Open inmost = open.element();
            if (inmost.args().more()) {
                // The first stands behind a space, the others right behind the one before.
                Args inner = inmost.branches().isEmpty()
                        ? inmost.args().list("thread")
                        : inmost.args().chained("thread");
                open.push(new Open(inner, NumberList.read(inner, Args.NUMBER_32), new ArrayList<>()));
            } else if (open.size() == 1) {
                return inmost.branches();
            } else {
                open.pop();
                open.element().branches().add(thread(inmost));
            }
        }
    }

    private static MessageThread thread(Open done) {
        if (done.branches().size() == 1) {
            done.args().note(Defect.ODD_ARGUMENT);
        }
        if (done.messages().isEmpty() && done.branches().isEmpty()) {
            throw done.args().fault("an empty thread");
        }
        return new MessageThread(done.messages(), done.branches());
    }

    static void write(List<MessageThread> threads, TokenWriter to) {
        boolean first = true;
        for (MessageThread thread : threads) {
            (first ? to : to.glue()).open();
            thread.messages().forEach(to::number);
            write(thread.branches(), to);
            to.close();
            first = false;
        }
    }
}
