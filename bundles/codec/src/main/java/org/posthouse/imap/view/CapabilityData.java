package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/** {@code * CAPABILITY IMAP4rev1 IDLE} (RFC 9051 §7.2.2), and the same list wherever a server may put it. */
public record CapabilityData(List<Capability> list) implements Response {

    /** Only the untagged response. */
    public static final View<CapabilityData> VIEW = MessageReader.of(Message.Kind.RESPONSE, CapabilityData::read);

    /** The response, or the code of a tagged or untagged status, greeting, BYE, or continuation request. */
    public static final View<CapabilityData> ANYWHERE =
            MessageReader.of(Message.Kind.RESPONSE, CapabilityData::anywhere);

    public CapabilityData {
        list = List.copyOf(list);
    }

    static List<Capability> list(Args args) {
        return args.all(word -> {
            Capability capability =
                    Capability.parse(word.octets("capability").latin1()).orElseThrow(() -> word.fault("no capability"));
            word.skip("capability");
            return capability;
        });
    }

    private static Optional<CapabilityData> read(Args args, TokenTree tree) {
        if (!args.take("*") || !args.take("CAPABILITY")) {
            return Optional.empty();
        }
        if (!args.more()) {
            // IMAP4rev1 at least would have to be there.
            args.note(Defect.EMPTY_LIST);
        }
        return Optional.of(new CapabilityData(list(args)));
    }

    private static Optional<CapabilityData> anywhere(Args args, TokenTree tree) {
        if (tree.isAtom(0, "*") && tree.isAtom(1, "CAPABILITY")) {
            return read(args, tree);
        }
        for (int i = 0; i < 3 && args.more(); i++) {
            if (!args.atSection()) {
                args.skip();
                continue;
            }
            Args code = args.brackets("code");
            if (code.take("CAPABILITY")) {
                return Optional.of(new CapabilityData(list(code)));
            }
        }
        return Optional.empty();
    }

    /**
     * The response with its list changed, wherever it stands; the response itself if it has none, or the list stays the
     * same. Words that stay keep their octets.
     */
    public static Message edit(Message response, UnaryOperator<List<Capability>> change, WriteLimits client) {
        Parsed<CapabilityData> known = response.view(ANYWHERE);
        Optional<List<Capability>> before = known.value().map(CapabilityData::list);
        Optional<List<Capability>> after = before.map(list -> change.apply(new ArrayList<>(list)));
        if (after.isEmpty() || after.equals(before)) {
            return response;
        }
        Optional<Message> data =
                response.view(VIEW).value().map(old -> new CapabilityData(after.get()).into(response, client));
        ResponseCode code = new ResponseCode.Capabilities(after.get());
        return data.or(() -> response.view(StatusResponse.VIEW).value().map(old -> old.with(code)
                        .into(response, client)))
                .or(() -> response.view(ContinuationRequest.VIEW)
                        .value()
                        .map(old -> new ContinuationRequest(Optional.of(code), old.text()).into(response, client)))
                .orElse(response);
    }

    @Override
    public View<CapabilityData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("CAPABILITY");
        list.forEach(capability -> to.atom(capability.toString()));
    }
}
