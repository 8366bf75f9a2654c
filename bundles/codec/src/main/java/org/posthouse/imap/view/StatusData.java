package org.posthouse.imap.view;

import java.util.List;
import java.util.OptionalLong;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * STATUS INBOX (MESSAGES 231 UIDNEXT 44292)} (RFC 9051 §7.3.4). */
public record StatusData(MailboxName mailbox, List<StatusValue> values) implements Response {

    public static final View<StatusData> VIEW = MessageReader.data(
            "STATUS",
            args -> new StatusData(args.mailbox(), args.list("status items").all(StatusValue::read)));

    public StatusData {
        values = List.copyOf(values);
    }

    /** The number of this item; empty if it isn't there, or is none. */
    public OptionalLong number(StatusItem item) {
        return values.stream()
                .filter(value -> value.item().equals(item))
                .map(StatusValue::number)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst();
    }

    @Override
    public View<StatusData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("STATUS");
        mailbox.write(to);
        to.open();
        values.forEach(value -> value.write(to));
        to.close();
    }
}
