package org.posthouse.imap.view;

import java.util.List;
import java.util.OptionalLong;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.TokenWriter;

/** Writes the arguments of a response code. */
record CodeWriting(TokenWriter to) implements ResponseCode.Cases<TokenWriter> {

    @Override
    public TokenWriter plain(ResponseCode.Plain plain) {
        return to;
    }

    @Override
    public TokenWriter capabilities(ResponseCode.Capabilities capabilities) {
        for (Capability capability : capabilities.list()) {
            to.atom(capability.toString());
        }
        return to;
    }

    @Override
    public TokenWriter permanentFlags(ResponseCode.PermanentFlags flags) {
        to.open();
        flags.flags().forEach(flag -> to.atom(flag.toString()));
        return to.close();
    }

    @Override
    public TokenWriter numbered(ResponseCode.Numbered number) {
        return to.number(number.value());
    }

    @Override
    public TokenWriter appendUid(ResponseCode.AppendUid uid) {
        return to.number(uid.validity()).atom(uid.uids().toString());
    }

    @Override
    public TokenWriter copyUid(ResponseCode.CopyUid uid) {
        return to.number(uid.validity())
                .atom(uid.from().toString())
                .atom(uid.to().toString());
    }

    @Override
    public TokenWriter badCharset(ResponseCode.BadCharset charsets) {
        to.open();
        charsets.charsets().forEach(to::astring);
        return to.close();
    }

    @Override
    public TokenWriter modified(ResponseCode.Modified modified) {
        return to.atom(modified.messages().toString());
    }

    @Override
    public TokenWriter identity(ExtensionCode.Identity identity) {
        return to.open().atom(identity.id().text()).close();
    }

    @Override
    public TokenWriter metadata(ExtensionCode.Metadata metadata) {
        to.atom(metadata.word());
        metadata.number().ifPresent(to::number);
        return to;
    }

    @Override
    public TokenWriter inProgress(ExtensionCode.InProgress progress) {
        to.open();
        progress.tag().ifPresentOrElse(tag -> to.quoted(tag.latin1()), to::nil);
        for (OptionalLong number : List.of(progress.progress(), progress.goal())) {
            number.ifPresentOrElse(to::number, to::nil);
        }
        return to.close();
    }

    @Override
    public TokenWriter messageLimit(ExtensionCode.MessageLimit limit) {
        to.number(limit.limit());
        limit.lastUid().ifPresent(to::number);
        return to;
    }

    @Override
    public TokenWriter badEvent(NamingCode.BadEvent events) {
        to.open();
        events.events().forEach(event -> to.atom(event.toString()));
        return to.close();
    }

    @Override
    public TokenWriter badUrl(NamingCode.BadUrl url) {
        return url.quoted() ? to.quoted(url.url().latin1()) : to.text(url.url());
    }

    @Override
    public TokenWriter referral(NamingCode.Referral referral) {
        referral.urls().forEach(to::text);
        return to;
    }

    @Override
    public TokenWriter urlMechanisms(NamingCode.UrlMechanisms mechanisms) {
        mechanisms
                .offers()
                .forEach(offer -> to.atom(offer.mechanism()
                        + offer.data()
                                .map(data -> "=" + NamingCodes.encoded(data))
                                .orElse("")));
        return to;
    }

    @Override
    public TokenWriter noUpdate(NamingCode.NoUpdate update) {
        return to.quoted(update.tag().latin1());
    }

    @Override
    public TokenWriter undefinedFilter(NamingCode.UndefinedFilter filter) {
        return to.atom(filter.filter());
    }

    @Override
    public TokenWriter newName(NamingCode.NewName name) {
        name.from().write(to);
        name.to().write(to);
        return to;
    }

    @Override
    public TokenWriter other(ResponseCode.Other other) {
        other.arguments().forEach(argument -> to.verbatim(argument.token()));
        return to;
    }
}
