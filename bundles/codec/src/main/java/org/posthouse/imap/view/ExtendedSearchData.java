package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * ESEARCH (TAG "A282") UID MIN 2 COUNT 3} (RFC 9051 §7.3.3, RFC 4731, RFC 7377 §2.1).
 *
 * @param tag of the command that it answers
 * @param mailbox where it was found, if several were searched
 * @param validity the UIDVALIDITY of that mailbox
 * @param uid whether the numbers are UIDs
 */
public record ExtendedSearchData(
        Optional<Octets> tag,
        Optional<MailboxName> mailbox,
        OptionalLong validity,
        boolean uid,
        List<SearchResult> results)
        implements Response {

    public static final View<ExtendedSearchData> VIEW = MessageReader.data("ESEARCH", ExtendedSearchData::read);

    public ExtendedSearchData {
        tag.ifPresent(Strings::checked);
        results = List.copyOf(results);
        if (validity.orElse(1) < 0 || validity.orElse(1) > Args.NUMBER_32) {
            throw new IllegalArgumentException("UIDVALIDITY " + validity);
        }
    }

    private static ExtendedSearchData read(Args args) {
        Optional<Octets> tag = Optional.empty();
        Optional<MailboxName> mailbox = Optional.empty();
        OptionalLong validity = OptionalLong.empty();
        Args list = args.atList() ? args.list("correlator") : none(args);
        while (list != args && list.more()) {
            if (list.take("TAG")) {
                tag = Optional.of(list.astring("tag"));
            } else if (list.take("MAILBOX")) {
                mailbox = Optional.of(list.mailbox());
            } else if (list.take("UIDVALIDITY")) {
                validity = OptionalLong.of(list.positive("UIDVALIDITY", Args.NUMBER_32));
            } else {
                throw list.fault("no correlator");
            }
        }
        boolean uid = args.take("UID");
        return new ExtendedSearchData(tag, mailbox, validity, uid, args.all(SearchResult::read));
    }

    private static Args none(Args args) {
        return args;
    }

    @Override
    public View<ExtendedSearchData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("ESEARCH");
        if (tag.isPresent() || mailbox.isPresent() || validity.isPresent()) {
            to.open();
            tag.ifPresent(text -> to.atom("TAG").string(text));
            mailbox.ifPresent(name -> name.write(to.atom("MAILBOX")));
            validity.ifPresent(number -> to.atom("UIDVALIDITY").number(number));
            to.close();
        }
        if (uid) {
            to.atom("UID");
        }
        results.forEach(result -> result.write(to));
    }
}
