package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * MYRIGHTS INBOX lrswipkxte} (RFC 4314 §3.8). */
public record MyRightsData(MailboxName mailbox, Rights rights) implements Response {

    public static final View<MyRightsData> VIEW =
            MessageReader.data("MYRIGHTS", args -> new MyRightsData(args.mailbox(), Rights.read(args)));

    @Override
    public View<MyRightsData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        mailbox.write(to.atom("*").atom("MYRIGHTS"));
        to.astring(rights.letters());
    }
}
