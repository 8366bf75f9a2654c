package org.posthouse.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;

/** The messages that lie in the demo's mailbox: plain, with a subject in UTF-8, in two forms, with an attachment, in a folder. */
final class Correspondence {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private final Session session = Session.getInstance(new Properties());
    private final ImapHostManager store;
    private final GreenMailUser user;
    private final Instant now = Instant.now();

    Correspondence(ImapHostManager store, GreenMailUser user) {
        this.store = store;
        this.user = user;
    }

    void deliver() throws MessagingException {
        MailFolder inbox = inbox();
        append(
                inbox,
                plain("Welcome to Posthouse", "You read this through the proxy.\r\n", 3),
                new Flags(Flags.Flag.SEEN));
        append(inbox, plain("Grüße aus dem Posthaus – 你好 – 📮", "Ein Umlaut: ü, ein Zeichen: 邮.\r\n", 2), new Flags());
        append(inbox, twoForms(), new Flags(Flags.Flag.FLAGGED));
        append(inbox, withAttachment(), new Flags());
        append(folder("Archive"), plain("An old letter", "Nothing urgent.\r\n", 400), new Flags(Flags.Flag.SEEN));
    }

    private MimeMessage plain(String subject, String text, int daysAgo) throws MessagingException {
        MimeMessage message = envelope(subject, daysAgo);
        message.setText(text, UTF_8);
        return sealed(message);
    }

    private MimeMessage twoForms() throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("The same twice: here as text.\r\n", UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>The same twice: here as <b>HTML</b>.</p>\r\n", UTF_8, "html");
        return sealed(of("A letter in two forms", 1, new MimeMultipart("alternative", text, html)));
    }

    private MimeMessage withAttachment() throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("A picture is attached.\r\n", UTF_8);
        MimeBodyPart picture = new MimeBodyPart();
        picture.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(Base64.getDecoder().decode(PIXEL), "image/png")));
        picture.setFileName("stamp.png");
        return sealed(of("A letter with an attachment", 0, new MimeMultipart(text, picture)));
    }

    private MimeMessage of(String subject, int daysAgo, Multipart content) throws MessagingException {
        MimeMessage message = envelope(subject, daysAgo);
        message.setContent(content);
        return message;
    }

    private MimeMessage envelope(String subject, int daysAgo) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("postmaster@localhost"));
        message.setRecipients(Message.RecipientType.TO, user.getEmail());
        message.setSubject(subject, UTF_8);
        message.setSentDate(Date.from(now.minus(Duration.ofDays(daysAgo))));
        return message;
    }

    private static MimeMessage sealed(MimeMessage message) throws MessagingException {
        message.saveChanges();
        return message;
    }

    private MailFolder inbox() throws MessagingException {
        try {
            return store.getInbox(user);
        } catch (FolderException refused) {
            throw new MessagingException("no inbox", refused);
        }
    }

    private MailFolder folder(String name) throws MessagingException {
        try {
            return store.createMailbox(user, name);
        } catch (FolderException | com.icegreen.greenmail.imap.AuthorizationException refused) {
            throw new MessagingException("no folder " + name, refused);
        }
    }

    private static void append(MailFolder folder, MimeMessage message, Flags flags) throws MessagingException {
        folder.appendMessage(message, flags, message.getSentDate());
    }
}
