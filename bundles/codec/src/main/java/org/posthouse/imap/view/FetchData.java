package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * 12 FETCH (FLAGS (\Seen) UID 4827313)} (RFC 9051 §7.5.2); with UIDONLY {@code * 4827313 UIDFETCH (…)} (RFC
 * 9586).
 *
 * @param number the message's sequence number, or with UIDONLY its UID
 * @param byUid whether it is UIDFETCH
 * @param values in order; those seen so far, if the response isn't complete
 */
public record FetchData(long number, boolean byUid, List<FetchValue> values) implements Response {

    public static final View<FetchData> VIEW = MessageReader.of(Message.Kind.RESPONSE, FetchData::read);

    public FetchData {
        values = List.copyOf(values);
        if (number < 1 || number > Args.NUMBER_32) {
            throw new IllegalArgumentException("message " + number);
        }
    }

    private static Optional<FetchData> read(Args args, TokenTree tree) {
        boolean byUid = tree.isAtom(2, "UIDFETCH");
        if (!args.take("*") || !byUid && !tree.isAtom(2, "FETCH")) {
            return Optional.empty();
        }
        long number = args.positive("message number", Args.NUMBER_32);
        args.skip("FETCH");
        List<FetchValue> values = args.list("items").some(FetchValueReader::read);
        args.end();
        return Optional.of(new FetchData(number, byUid, values));
    }

    /** The first value of this item, without regard to sections. */
    public Optional<FetchValue> value(FetchItemName name) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    public OptionalLong uid() {
        return values.stream()
                .filter(value -> value.name().equals(FetchItemName.UID) && value instanceof FetchValue.Numbered)
                .mapToLong(value -> ((FetchValue.Numbered) value).value())
                .findFirst();
    }

    public Optional<List<Flag>> flags() {
        return values.stream()
                .filter(FetchValue.Flags.class::isInstance)
                .map(value -> ((FetchValue.Flags) value).flags())
                .findFirst();
    }

    public Optional<Envelope> envelope() {
        return values.stream()
                .filter(FetchValue.Head.class::isInstance)
                .map(value -> ((FetchValue.Head) value).envelope())
                .findFirst();
    }

    /** What BODYSTRUCTURE says, else BODY. */
    public Optional<BodyStructure> structure() {
        return value(FetchItemName.BODYSTRUCTURE)
                .or(() -> values.stream()
                        .filter(FetchValue.Structure.class::isInstance)
                        .findFirst())
                .filter(FetchValue.Structure.class::isInstance)
                .map(value -> ((FetchValue.Structure) value).structure());
    }

    @Override
    public View<FetchData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").number(number).atom(byUid ? "UIDFETCH" : "FETCH").open();
        values.forEach(value -> FetchValueWriting.write(value, to));
        to.close();
    }
}
