package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * VANISHED (EARLIER) 41,43:116} (RFC 7162 §3.2.10).
 *
 * @param earlier whether they went before this session's selection
 */
public record VanishedData(boolean earlier, SequenceSet uids) implements Response {

    public static final View<VanishedData> VIEW = MessageReader.data("VANISHED", VanishedData::read);

    private static VanishedData read(Args args) {
        boolean earlier = args.atList();
        if (earlier) {
            Args list = args.list("EARLIER");
            if (!list.take("EARLIER")) {
                throw list.fault("no EARLIER");
            }
            list.end();
        }
        return new VanishedData(earlier, args.knownSet());
    }

    @Override
    public View<VanishedData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("VANISHED");
        if (earlier) {
            to.open().atom("EARLIER").close();
        }
        to.atom(uids.toString());
    }
}
