package org.posthouse.proxy.chain;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.view.FetchData;
import org.posthouse.imap.view.FetchItemName;
import org.posthouse.imap.view.FetchValue;
import org.posthouse.imap.wire.CommandFramer;
import org.posthouse.imap.wire.CommandRules;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.ResponseFramer;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;

/**
 * Whether what an interceptor made can stand for what it was shown. It is framed by the framers that relay: what is one
 * message to them is one message to the peer.
 */
final class Rewrites {

    private static final CommandRules RULES = new CommandRules(false, false, true);

    /** Their number and order are the server's to say. */
    private static final Set<DataName> NUMBERS =
            Set.of(DataName.EXISTS, DataName.EXPUNGE, DataName.RECENT, DataName.VANISHED);

    /** What changes in the life of a message; all else is content. */
    private static final Set<FetchItemName> MUTABLE = Set.of(FetchItemName.FLAGS, FetchItemName.MODSEQ);

    /**
     * A command as it is framed.
     *
     * @param spec what it is
     * @param literal octets of the literal that it ends with, -1 for none
     */
    record Framed(CommandSpec spec, long literal) {}

    private Rewrites() {}

    static void check(boolean fine, String otherwise) {
        if (!fine) {
            throw new InvalidVerdict(otherwise);
        }
    }

    /** A command for a command. */
    static Framed command(Subject shown, Message made, String tag, boolean resize) {
        common(shown, made);
        Octets octets = made.octets();
        ByteBuf buf = Unpooled.wrappedBuffer(octets.toByteArray());
        CommandFramer framer = new CommandFramer(RULES, spec -> Integer.MAX_VALUE);
        framer.lineLimit(Integer.MAX_VALUE);
        int end = octets.length();
        int pos = 0;
        CommandSpec spec = CommandSpec.UNKNOWN;
        while (true) {
            CommandFramer.Event event = framer.advance(buf, pos, end);
            boolean line = event == CommandFramer.Event.LINE;
            check(line || event == CommandFramer.Event.LITERAL, "a command that isn't one");
            check(!line || framer.first() == (pos == 0), "more than one command");
            if (line && pos == 0) {
                spec = framer.command();
                byte[] same = octets.slice(framer.tagStart(), framer.tagEnd()).toByteArray();
                check(tag.equals(new String(same, StandardCharsets.ISO_8859_1)), "another tag");
            }
            pos = framer.end();
            if (line && framer.ends()) {
                check(pos == end && made.complete(), "a command of another length");
                return new Framed(spec, -1);
            }
            if (pos == end) {
                check(line && !made.complete(), "a literal without its octets");
                length(shown, framer.literal(), resize);
                return new Framed(spec, framer.literal());
            }
        }
    }

    /** A response for a response; answers the octets of the literal that it ends with, -1 for none. */
    static long response(Subject shown, Message made, boolean resize, boolean changesContent) {
        common(shown, made);
        ResponseFramer framer = framer();
        Outline before = outline(shown.message(), framer);
        framer.reset();
        Outline after = outline(made, framer);
        check(before.kind() == after.kind() && before.status() == after.status(), "another kind of response");
        check(before.tag().equals(after.tag()), "another tag");
        boolean counted = NUMBERS.contains(before.data()) || NUMBERS.contains(after.data());
        check(!counted || made.octets().equals(shown.octets()), "numbers of messages are the server's to say");
        boolean fetch = before.data() == DataName.FETCH || after.data() == DataName.FETCH;
        check(!fetch || before.data() == after.data(), "another kind of data");
        check(!fetch || sameContent(shown.message(), made, changesContent), "content changed without a declaration");
        if (!made.complete()) {
            length(shown, after.literal(), resize && (!fetch || changesContent));
        }
        return after.literal();
    }

    /** Whether the octets are one message to whoever reads them. */
    static boolean isOneResponse(Message message) {
        try {
            outline(message, framer());
            return true;
        } catch (InvalidVerdict e) {
            return false;
        }
    }

    private static void common(Subject shown, Message made) {
        check(!shown.truncated(), "what is truncated can't be rewritten");
        check(made.complete() == shown.complete(), "more or less complete than what was shown");
        List<Integer> gaps = made.complete() ? List.of() : List.of(made.octets().length());
        check(made.streamed().equals(gaps), "literals stream elsewhere");
        check(
                made.tokens().value().isPresent()
                        || shown.message().tokens().value().isEmpty(),
                "malformed");
    }

    private static void length(Subject shown, long literal, boolean resize) {
        check(resize || literal == shown.literal(), "another length of a literal that streams");
    }

    /** How a response is framed. */
    private record Outline(Kind kind, ResponseHead.Status status, DataName data, String tag, long literal) {}

    private static ResponseFramer framer() {
        return new ResponseFramer(head -> Integer.MAX_VALUE);
    }

    /** @param framer shown nothing so far */
    private static Outline outline(Message message, ResponseFramer framer) {
        Octets octets = message.octets();
        ByteBuf buf = Unpooled.wrappedBuffer(octets.toByteArray());
        int end = octets.length();
        int pos = 0;
        Outline outline = new Outline(Kind.DATA, ResponseHead.Status.NONE, DataName.OTHER, "", -1);
        while (true) {
            ResponseFramer.Event event = framer.advance(buf, pos, end);
            boolean line = event == ResponseFramer.Event.LINE;
            check(line || event == ResponseFramer.Event.LITERAL, "a response that isn't one");
            check(!line || framer.first() == (pos == 0), "more than one response");
            if (line && pos == 0) {
                outline = head(framer, octets);
            }
            pos = framer.end();
            if (pos == end) {
                check(line && framer.ends() == message.complete(), "a response of another length");
                return new Outline(outline.kind(), outline.status(), outline.data(), outline.tag(), framer.literal());
            }
        }
    }

    private static Outline head(ResponseFramer framer, Octets octets) {
        int head = framer.head();
        String tag = ResponseHead.kind(head) == Kind.TAGGED
                ? octets.slice(framer.tagStart(), framer.tagEnd()).latin1()
                : "";
        return new Outline(ResponseHead.kind(head), ResponseHead.status(head), ResponseHead.data(head), tag, -1);
    }

    private static boolean sameContent(Message before, Message after, boolean mayDiffer) {
        Optional<FetchData> old = before.view(FetchData.VIEW).value();
        Optional<FetchData> made = after.view(FetchData.VIEW).value();
        return old.isPresent()
                && made.isPresent()
                && old.get().number() == made.get().number()
                && (mayDiffer || sameContent(old.get().values(), made.get().values()));
    }

    /** In the order in which it comes; what is mutable may stand anywhere. */
    private static boolean sameContent(List<FetchValue> old, List<FetchValue> made) {
        int from = content(old, 0);
        int to = content(made, 0);
        while (from < old.size() && to < made.size()) {
            if (!old.get(from).equals(made.get(to))) {
                return false;
            }
            from = content(old, from + 1);
            to = content(made, to + 1);
        }
        return from == old.size() && to == made.size();
    }

    /** The index of the next value that is content. */
    private static int content(List<FetchValue> values, int from) {
        int at = from;
        while (at < values.size() && MUTABLE.contains(values.get(at).name())) {
            at++;
        }
        return at;
    }
}
