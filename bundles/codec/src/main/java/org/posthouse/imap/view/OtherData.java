package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * Data that no view here knows more of, as tokens. Strictly only what begins with X or is in the registry without being
 * typed here; else strictly Malformed.
 *
 * @param number what stands before the name, if a number does
 */
public record OtherData(OptionalLong number, ResponseName name, List<Opaque> content) implements Response {

    private static final Set<ResponseName> REGISTERED =
            Set.of(ResponseName.of("CONVERSION"), ResponseName.of("CONVERTED"), ResponseName.of("ANNOTATION"));

    public static final View<OtherData> VIEW = MessageReader.of(Message.Kind.RESPONSE, OtherData::read);

    public OtherData {
        content = List.copyOf(content);
        if (number.isPresent() && number.getAsLong() < 0) {
            throw new IllegalArgumentException("number " + number.getAsLong());
        }
    }

    private static Optional<OtherData> read(Args args, TokenTree tree) {
        if (!args.take("*")) {
            return Optional.empty();
        }
        OptionalLong number = args.octets("name").number();
        boolean numbered = MessageReader.isNumbered(tree);
        if (numbered && number.isEmpty()) {
            throw args.fault("a number without end");
        }
        ResponseName name = MessageReader.dataName(tree, numbered ? 2 : 1).orElseThrow(() -> args.fault("no data"));
        boolean known = ResponseViews.DATA.containsKey(name) || ResponseViews.NUMBERED.containsKey(name);
        if (known) {
            throw args.fault("a number where none belongs, or none where one does");
        }
        if (!REGISTERED.contains(name) && !Word.experimental(name.toString())) {
            args.note(Defect.UNKNOWN_NAME);
        }
        args.skip("name");
        if (numbered) {
            args.skip("name");
        }
        return Optional.of(new OtherData(number, name, args.all(list -> Opaque.of(list.next("content")))));
    }

    @Override
    public View<OtherData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*");
        number.ifPresent(to::number);
        to.atom(name.toString());
        content.forEach(part -> to.verbatim(part.token()));
    }
}
