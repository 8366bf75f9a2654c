package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;

/** Reads codes that name something; what is of another shape is {@link ResponseCode.Other}, as the grammar has it. */
final class NamingCodes {

    private NamingCodes() {}

    /** Empty, and nothing taken, if it is of another shape. */
    static Optional<ResponseCode> read(CodeName name, Args code) {
        return switch (name.folded()) {
            case "BADEVENT" -> code.atList() ? Optional.of(badEvent(code.list("events"))) : Optional.empty();
            case "BADURL" -> badUrl(code).map(code::rest);
            case "REFERRAL" -> CodeUrls.read(code).map(urls -> code.rest(new NamingCode.Referral(urls)));
            case "URLMECH" -> mechanisms(code).map(code::rest);
            case "NOUPDATE" -> noUpdate(code).map(code::rest);
            case "UNDEFINED-FILTER" -> filter(code).map(code::rest);
            case "NEWNAME" -> newName(code);
            default -> Optional.empty();
        };
    }

    private static ResponseCode badEvent(Args list) {
        if (!list.more()) {
            throw list.fault("no events");
        }
        return new NamingCode.BadEvent(list.all(EventName::read));
    }

    private static Optional<ResponseCode> badUrl(Args code) {
        if (code.one() && code.peek("URL") instanceof Token.Quoted quoted) {
            return quoted.string().filter(CodeUrls::isOne).map(url -> new NamingCode.BadUrl(url, true));
        }
        return CodeUrls.read(code)
                .filter(urls -> urls.size() == 1)
                .map(urls -> new NamingCode.BadUrl(urls.get(0), false));
    }

    private static Optional<ResponseCode> mechanisms(Args code) {
        List<NamingCode.UrlMechanisms.Offer> offers = new ArrayList<>();
        for (Token token : code.ahead()) {
            Optional<NamingCode.UrlMechanisms.Offer> offer =
                    token instanceof Token.Atom ? offer(token.octets().latin1()) : Optional.empty();
            if (offer.isEmpty()) {
                return Optional.empty();
            }
            offers.add(offer.get());
        }
        boolean internal =
                offers.get(0).data().isEmpty() && offers.get(0).mechanism().equals(UrlAuthMechanism.INTERNAL);
        return internal ? Optional.of(new NamingCode.UrlMechanisms(offers)) : Optional.empty();
    }

    /** {@code XSAMPLE=P34OKhO7VEkCbsiYY8rGEg==}; only base64 that is written back as it was. */
    private static Optional<NamingCode.UrlMechanisms.Offer> offer(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (!UrlAuthMechanism.isOne(name)) {
            return Optional.empty();
        }
        UrlAuthMechanism mechanism = UrlAuthMechanism.of(name);
        return equals < 0
                ? Optional.of(new NamingCode.UrlMechanisms.Offer(mechanism, Optional.empty()))
                : decoded(text.substring(equals + 1))
                        .map(data -> new NamingCode.UrlMechanisms.Offer(mechanism, Optional.of(data)));
    }

    private static Optional<Octets> decoded(String base64) {
        try {
            Octets data = Octets.owning(Base64.getDecoder().decode(base64));
            return encoded(data).equals(base64) ? Optional.of(data) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String encoded(Octets data) {
        return Base64.getEncoder().encodeToString(data.toByteArray());
    }

    private static Optional<ResponseCode> noUpdate(Args code) {
        Optional<Octets> tag = code.one() && code.peek("tag") instanceof Token.Quoted quoted
                ? quoted.string().filter(Octets::isAscii)
                : Optional.empty();
        return tag.map(NamingCode.NoUpdate::new);
    }

    private static Optional<ResponseCode> filter(Args code) {
        String name = code.octets("filter").latin1();
        return code.one() && NamingCode.UndefinedFilter.isFilter(name)
                ? Optional.of(new NamingCode.UndefinedFilter(name))
                : Optional.empty();
    }

    private static Optional<ResponseCode> newName(Args code) {
        boolean strings = code.left() == 2
                && code.ahead().stream().allMatch(token -> token.string().isPresent());
        return strings ? Optional.of(new NamingCode.NewName(code.mailbox(), code.mailbox())) : Optional.empty();
    }
}
