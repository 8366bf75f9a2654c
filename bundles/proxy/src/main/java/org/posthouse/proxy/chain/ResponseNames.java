package org.posthouse.proxy.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;

/** Names for packed heads of responses; nothing is made for those that the proxy knows. */
public final class ResponseNames {

    /** A continuation request. */
    public static final ResponseName CONTINUATION = ResponseName.of("+");

    /** RFC 9586. */
    static final ResponseName UIDFETCH = ResponseName.of("UIDFETCH");

    /** Stands for what has no readable name. */
    static final ResponseName UNKNOWN = ResponseName.of("UNKNOWN");

    private static final int LONGEST_HEAD = 256;
    private static final List<ResponseName> DATA = names(DataName.values());
    private static final List<ResponseName> STATUS = names(Status.values());

    private ResponseNames() {}

    /** The name of a response that begins with this line. */
    public static ResponseName of(int head, Line line) {
        if (ResponseHead.kind(head) == Kind.CONTINUATION) {
            return CONTINUATION;
        }
        if (ResponseHead.status(head) != Status.NONE) {
            return STATUS.get(ResponseHead.status(head).ordinal());
        }
        DataName data = ResponseHead.data(head);
        return data == DataName.OTHER ? written(line) : of(data);
    }

    /** As far as the head alone tells it. */
    static ResponseName of(int head) {
        if (ResponseHead.kind(head) == Kind.CONTINUATION) {
            return CONTINUATION;
        }
        Status status = ResponseHead.status(head);
        DataName data = ResponseHead.data(head);
        return status != Status.NONE ? of(status) : data == DataName.OTHER ? UNKNOWN : of(data);
    }

    /** Whether a packed head tells it apart. */
    static boolean known(ResponseName name) {
        return name.equals(CONTINUATION) || DATA.contains(name) || STATUS.contains(name);
    }

    static ResponseName of(DataName name) {
        return DATA.get(name.ordinal());
    }

    static ResponseName of(Status status) {
        return STATUS.get(status.ordinal());
    }

    private static List<ResponseName> names(Enum<?>[] all) {
        return Arrays.stream(all).map(each -> ResponseName.of(each.name())).toList();
    }

    /** The second word, or the third behind a number. */
    private static ResponseName written(Line line) {
        int length = Math.min(line.end() - line.start(), LONGEST_HEAD);
        String[] words = line.buf()
                .toString(line.start(), length, StandardCharsets.ISO_8859_1)
                .trim()
                .split(" ", 4);
        boolean numbered = words.length > 2 && words[1].chars().allMatch(Character::isDigit);
        String word = numbered ? words[2] : words.length > 1 ? words[1] : "";
        try {
            return ResponseName.of(word);
        } catch (IllegalArgumentException noAtom) {
            return UNKNOWN;
        }
    }
}
