package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * The ENVELOPE of a message (RFC 9051 §7.5.2). Strings are as they came, encoded words included; an empty optional is
 * NIL, an empty list of addresses too.
 */
public record Envelope(
        Optional<Octets> date,
        Optional<Octets> subject,
        List<Address> from,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        Optional<Octets> inReplyTo,
        Optional<Octets> messageId) {

    public Envelope {
        Strings.checked(date);
        Strings.checked(subject);
        from = List.copyOf(from);
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        Strings.checked(inReplyTo);
        Strings.checked(messageId);
    }

    static Envelope read(Args args) {
        Args list = args.list("envelope");
        Envelope envelope = new Envelope(
                list.nstring("date"),
                list.nstring("subject"),
                Address.list(list),
                Address.list(list),
                Address.list(list),
                Address.list(list),
                Address.list(list),
                Address.list(list),
                list.nstring("in-reply-to"),
                list.nstring("message-id"));
        list.end();
        return envelope;
    }

    void write(TokenWriter writer) {
        writer.open().nstring(date).nstring(subject);
        Address.write(from, writer);
        Address.write(sender, writer);
        Address.write(replyTo, writer);
        Address.write(to, writer);
        Address.write(cc, writer);
        Address.write(bcc, writer);
        writer.nstring(inReplyTo).nstring(messageId).close();
    }
}
