package org.posthouse.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CorrespondenceTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void shouldHoldEachKindOfMessageWhenDelivered() throws Exception {
        List<StoredMessage> inbox = delivered().getMessages();

        assertEquals(4, inbox.size());
        assertEquals(
                "Grüße aus dem Posthaus – 你好 – 📮",
                inbox.get(1).getMimeMessage().getSubject());
        assertTrue(inbox.get(2).getMimeMessage().getContentType().startsWith("multipart/alternative"));
        assertTrue(inbox.get(3).getMimeMessage().getContentType().startsWith("multipart/mixed"));
    }

    @Test
    void shouldKeepTheArchiveApartWhenDelivered() throws Exception {
        delivered();

        assertEquals(5, server.getReceivedMessages().length);
    }

    private MailFolder delivered() throws Exception {
        GreenMailUser user = server.getUserManager().createUser("demo@localhost", "demo", "demo");
        new Correspondence(server.getManagers().getImapHostManager(), user).deliver();
        return server.getManagers().getImapHostManager().getInbox(user);
    }
}
