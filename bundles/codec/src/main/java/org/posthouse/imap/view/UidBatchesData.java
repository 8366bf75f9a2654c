package org.posthouse.imap.view;

import java.util.Optional;
import java.util.stream.Stream;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * UIDBATCHES (TAG "a1") 215295:99696,99695:1} (RFC 10022).
 *
 * @param tag of the command that it answers
 * @param batches a range of UIDs each, written as a pair, the greatest first; empty: there are none
 */
public record UidBatchesData(Octets tag, Optional<SequenceSet> batches) implements Response {

    public static final View<UidBatchesData> VIEW = MessageReader.data("UIDBATCHES", UidBatchesData::read);

    public UidBatchesData {
        Strings.checked(tag);
    }

    private static UidBatchesData read(Args args) {
        Args list = args.list("correlator");
        if (!list.take("TAG")) {
            throw list.fault("no TAG");
        }
        Octets tag = list.astring("tag");
        list.end();
        return new UidBatchesData(tag, args.more() ? Optional.of(ranges(args)) : Optional.empty());
    }

    /** Each is a pair, even if it is of one UID (RFC 10022 §4, uid-range). */
    private static SequenceSet ranges(Args args) {
        String text = args.octets("ranges").latin1();
        if (Stream.of(text.split(",", -1)).anyMatch(range -> range.indexOf(':') < 0 && !"*$".contains(range))) {
            args.note(Defect.ODD_ARGUMENT);
        }
        return args.knownSet();
    }

    @Override
    public View<UidBatchesData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("UIDBATCHES").open().atom("TAG").string(tag).close();
        batches.ifPresent(set -> to.atom(set.toString()));
    }
}
