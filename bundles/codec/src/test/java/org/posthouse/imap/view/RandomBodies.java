package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;

/** Valid envelopes, body structures and values of extensions. */
record RandomBodies(RandomValues values) {

    Envelope envelope() {
        return new Envelope(
                values.maybe(values::octets),
                values.maybe(values::octets),
                addresses(),
                addresses(),
                addresses(),
                addresses(),
                addresses(),
                addresses(),
                values.maybe(values::octets),
                values.maybe(values::octets));
    }

    private List<Address> addresses() {
        return values.coin()
                ? List.of()
                : values.some(
                        1,
                        () -> new Address(
                                values.maybe(values::octets),
                                Optional.empty(),
                                values.maybe(values::octets),
                                values.maybe(values::octets)));
    }

    private List<BodyParameter> parameters() {
        return values.some(0, () -> new BodyParameter(Octets.of(values.atom()), values.octets()));
    }

    private BodyFields fields(String type, String subtype) {
        return new BodyFields(
                Octets.of(type),
                Octets.of(subtype),
                parameters(),
                values.maybe(values::octets),
                values.maybe(values::octets),
                Octets.of("7BIT"),
                values.number());
    }

    private BodyTail tail() {
        int count = values.below(5);
        return new BodyTail(
                count,
                count > 0
                        ? values.maybe(() -> new BodyTail.Disposition(Octets.of("inline"), parameters()))
                        : Optional.empty(),
                count > 1 ? values.some(0, values::octets) : List.of(),
                count > 2 ? values.maybe(values::octets) : Optional.empty(),
                count > 3 ? List.of(opaque(values.below(99))) : List.of());
    }

    static Opaque opaque(int number) {
        Message message = Message.response(Octets.of("* X (" + number + " \"x\")\r\n"), Reading.TOLERANT);
        return Opaque.of(message.tokens().value().orElseThrow().tokens().get(2));
    }

    BodyStructure body(int depth) {
        Optional<BodyStructure.Extension> extension =
                values.maybe(() -> new BodyStructure.Extension(values.maybe(values::octets), tail()));
        return switch (values.below(depth > 0 ? 4 : 2)) {
            case 0 -> new BodyStructure.Text(fields("Text", values.atom()), values.number(), extension);
            case 1 -> new BodyStructure.Basic(fields("q" + values.atom(), values.atom()), extension);
            case 2 ->
                new BodyStructure.Embedded(
                        fields("message", "RFC822"), envelope(), body(depth - 1), values.number(), extension);
            default ->
                new BodyStructure.Multipart(
                        values.some(1, () -> body(depth - 1)),
                        values.octets(),
                        values.maybe(() -> new BodyStructure.MultipartExtension(parameters(), tail())));
        };
    }

    FetchValue value() {
        return switch (values.below(9)) {
            case 0 -> new FetchValue.Head(envelope());
            case 1 -> new FetchValue.Structure(FetchItemName.BODY, body(3));
            case 2 -> new FetchValue.Structure(FetchItemName.BODYSTRUCTURE, body(5));
            case 3 -> new ExtensionValue.DecodedSize(values.section(), values.wide());
            case 4 -> new ExtensionValue.Identity(FetchItemName.EMAILID, new ObjectId("M-" + values.number() + "_x"));
            case 5 -> new ExtensionValue.Preview(values.octets());
            case 6 ->
                new ExtensionValue.Labels(values.some(0, () -> values.coin() ? Octets.of("\\Inbox") : values.octets()));
            case 7 -> new ExtensionValue.Missing(FetchItemName.THREADID);
            default -> new FetchValue.Numbered(FetchItemName.X_GM_THRID, values.wide());
        };
    }
}
