package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Octets;

/** Valid response codes. */
record RandomCodes(RandomValues values) {

    ResponseCode code() {
        return switch (values.below(3)) {
            case 0 -> basic();
            case 1 -> extension();
            default -> naming();
        };
    }

    private ResponseCode basic() {
        return switch (values.below(9)) {
            case 0 -> new ResponseCode.Plain(CodeName.of("X" + values.atom()));
            case 1 -> new ResponseCode.Capabilities(values.some(1, () -> Capability.of(values.atom())));
            case 2 ->
                new ResponseCode.PermanentFlags(values.some(0, () -> values.coin() ? Flag.WILDCARD : values.flag()));
            case 3 -> new ResponseCode.Numbered(CodeName.HIGHESTMODSEQ, values.wide());
            case 4 -> new ResponseCode.AppendUid(values.number(), values.set());
            case 5 -> new ResponseCode.CopyUid(values.number(), values.set(), values.set());
            case 6 -> new ResponseCode.BadCharset(values.some(1, values::octets));
            case 7 ->
                new ResponseCode.Other(
                        CodeName.of("X" + values.atom()), values.some(1, () -> RandomBodies.opaque(values.below(99))));
            default -> new ResponseCode.Modified(values.set());
        };
    }

    private OptionalLong number() {
        return values.coin() ? OptionalLong.of(values.number()) : OptionalLong.empty();
    }

    private ResponseCode extension() {
        return switch (values.below(5)) {
            case 0 -> new ExtensionCode.Identity(new ObjectId("F" + values.number()));
            case 1 -> new ExtensionCode.Metadata("maxsize", OptionalLong.of(values.wide()));
            case 2 -> new ExtensionCode.Metadata("TOOMANY", OptionalLong.empty());
            case 3 -> new ExtensionCode.InProgress(values.maybe(() -> Octets.of(values.atom())), number(), number());
            default -> new ExtensionCode.MessageLimit(values.number(), number());
        };
    }

    private ResponseCode naming() {
        RandomParameters parameters = new RandomParameters(values);
        return switch (values.below(7)) {
            case 0 -> new NamingCode.BadEvent(values.some(1, parameters::event));
            case 1 -> new NamingCode.BadUrl(url(), values.coin());
            case 2 -> new NamingCode.Referral(values.some(1, this::url));
            case 3 -> mechanisms();
            case 4 -> new NamingCode.NoUpdate(Octets.of(values.atom() + " \"x\\"));
            case 5 -> new NamingCode.UndefinedFilter("q" + values.number());
            default -> new NamingCode.NewName(values.mailbox(), values.mailbox());
        };
    }

    private ResponseCode mechanisms() {
        List<NamingCode.UrlMechanisms.Offer> offers = new ArrayList<>();
        offers.add(new NamingCode.UrlMechanisms.Offer(UrlAuthMechanism.INTERNAL, Optional.empty()));
        offers.addAll(values.some(
                0,
                () -> new NamingCode.UrlMechanisms.Offer(
                        UrlAuthMechanism.of("XSAMPLE"), values.maybe(values::octets))));
        return new NamingCode.UrlMechanisms(offers);
    }

    private Octets url() {
        String host = List.of("", "[2001:db8::1]", "x.example", "a(b)", "(())", "(x[::1]y)")
                .get(values.below(6));
        return Octets.of("imap://" + host + "/" + values.atom() + ";UID=20/*%20,+" + values.number());
    }
}
