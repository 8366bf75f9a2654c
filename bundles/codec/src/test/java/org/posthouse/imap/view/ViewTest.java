package org.posthouse.imap.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.Capability;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;

/** What an author of interceptors does with views. */
@Tag("unit")
class ViewTest {

    private static Message command(String text) {
        return Message.command(Octets.of(text), Reading.TOLERANT);
    }

    private static Message response(String text) {
        return Message.response(Octets.of(text), Reading.TOLERANT);
    }

    private static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldChangeThePasswordAndNothingElse() {
        Message old = command("a  login {4}\r\nfred \"pass word\"\r\n");
        LoginCommand login = old.view(LoginCommand.VIEW).value().orElseThrow();
        Message changed = new LoginCommand(login.user(), secret("new one")).into(old, WriteLimits.PLAIN);
        assertEquals("a  login {4}\r\nfred \"new one\"\r\n", changed.octets().latin1());
        assertEquals(List.of(14), changed.cuts());
    }

    @Test
    void shouldAddOneFlagAndKeepTheSpellingOfTheRest() {
        Message old = command("a uid store 2:2  +flags.silent (\\SEEN $junk)\r\n");
        StoreCommand store = old.view(StoreCommand.VIEW).value().orElseThrow();
        List<Flag> more = List.of(Flag.SEEN, Flag.JUNK, Flag.DELETED);
        StoreCommand changed = new StoreCommand(
                store.uid(),
                store.messages(),
                List.of(),
                store.change(),
                store.silent(),
                new StoreValue.Flags(true, more));
        assertEquals(
                "a uid store 2:2  +flags.silent (\\SEEN $junk \\Deleted)\r\n",
                changed.into(old, WriteLimits.PLAIN).octets().latin1());
    }

    @Test
    void shouldEditCapabilitiesWhereverTheyStand() {
        for (String at : List.of(
                "* CAPABILITY %s\r\n",
                "* OK [CAPABILITY %s] hi {5}\r\n",
                "a ok  [capability %s]\r\n",
                "* PREAUTH [CAPABILITY %s] x\r\n",
                "* BYE [CAPABILITY %s] x\r\n",
                "+ [CAPABILITY %s] go\r\n")) {
            Message old =
                    response(at.formatted("imap4rev1  IDLE Compress=Deflate ID").replace("ok  [", "ok ["));
            Message changed = CapabilityData.edit(
                    old,
                    list -> {
                        list.remove(Capability.COMPRESS_DEFLATE);
                        list.add(Capability.SASL_IR);
                        return list;
                    },
                    WriteLimits.PLAIN);
            assertEquals(
                    at.formatted("imap4rev1  IDLE ID SASL-IR").replace("ok  [", "ok ["),
                    changed.octets().latin1());
        }
        Message none = response("* OK hi\r\n");
        assertSame(none, CapabilityData.edit(none, list -> List.of(), WriteLimits.PLAIN));
    }

    @Test
    void shouldNeverPrintASecret() {
        Message login = command("a LOGIN fred hunter2\r\n");
        Message sasl = command("a AUTHENTICATE PLAIN AGZyZWQAaHVudGVyMg==\r\n");
        SaslLine line = sasl.view(AuthenticateCommand.VIEW)
                .value()
                .orElseThrow()
                .initial()
                .orElseThrow();
        SaslMessage plain = SaslMessage.read("plain", line).orElseThrow();
        assertEquals(new SaslMessage.Plain(Octets.EMPTY, Octets.of("fred"), secret("hunter2")), plain);
        String printed = login.view(LoginCommand.VIEW) + " " + sasl.view(AuthenticateCommand.VIEW) + line + plain;
        assertFalse(printed.contains("hunter2") || printed.contains("AGZy") || printed.contains("aHVu"), printed);
    }

    @Test
    void shouldReadSaslMessagesAsTheRfcsWriteThem() {
        String bearer = "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9MTQzAWF1dGg9QmVhcmVyI"
                + "HZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB";
        SaslLine line = SaslLine.read(Octets.of(bearer + "\r\n")).value().orElseThrow();
        SaslMessage.OauthBearer message =
                (SaslMessage.OauthBearer) SaslMessage.read("OAUTHBEARER", line).orElseThrow();
        assertEquals("user@example.com", message.user().text());
        assertEquals(Optional.of("server.example.com"), message.host());
        assertEquals(bearer + "\r\n", message.line().line().latin1());
    }

    @Test
    void shouldRefuseSaslMessagesThatAreNone() {
        for (String text : List.of("", "user", "\0user", "\0\0password", "a\0b\0c\0d")) {
            assertTrue(SaslMessage.read("PLAIN", SaslLine.of(secret(text))).isEmpty(), text);
        }
        for (String text : List.of("", "user=x", "user=x\1auth=Bearer y\1", "user=x\1auth=Basic y\1\1", "x\1\1")) {
            assertTrue(SaslMessage.read("XOAUTH2", SaslLine.of(secret(text))).isEmpty(), text);
        }
        for (String text : List.of(
                "",
                "n,,",
                "n,a=x",
                "y,,\1auth=Bearer t\1\1",
                "n,,\1auth=Bearer t\1",
                "n,a==,\1auth=Bearer t\1\1",
                "n,,\1host=x\1\1")) {
            assertTrue(
                    SaslMessage.read("OAUTHBEARER", SaslLine.of(secret(text))).isEmpty(), text);
        }
        assertTrue(
                SaslMessage.read("SCRAM-SHA-1", SaslLine.of(secret("n,,n=x"))).isEmpty());
        for (String line : List.of("abc\r\n", "ab cd\r\n", "====\r\n", "**\r\n")) {
            assertTrue(SaslLine.read(Octets.of(line)).malformed().isPresent(), line);
        }
        assertTrue(SaslLine.read(Octets.of("*\r\n")).value().orElseThrow().cancels());
    }

    @Test
    void shouldReadMailboxNamesBothWays() {
        assertEquals(
                "~peter/mail/台北/日本語",
                name("~peter/mail/&U,BTFw-/&ZeVnLIqe-", false).name());
        assertEquals(
                "~peter/mail/&U,BTFw-/&ZeVnLIqe-",
                MailboxName.of("~peter/mail/台北/日本語").wire(false).latin1());
        assertEquals("Hi Mom -☺-!", name("Hi Mom -&Jjo--!", false).name());
        assertEquals("a&b", name("a&-b", false).name());
        assertEquals("a&-b", name("a&-b", true).name());
        assertEquals(MailboxName.INBOX, name("iNbOx", false));
        for (String odd : List.of("&", "&foo", "&AGE-", "&Jjo", "&Jjo!-", "a&2AA-", "&/-", "&U,BTFw-&ZeVnLIqe-")) {
            MailboxName name = name(odd, false);
            assertTrue(name.odd(), odd);
            assertEquals(odd, name.wire(false).latin1());
            assertEquals(odd, name.wire(true).latin1());
        }
        assertTrue(name("ü", false).odd());
        assertFalse(name("ü", true).odd());
        assertThrows(IllegalArgumentException.class, () -> MailboxName.of("\ud800"));
        assertThrows(IllegalArgumentException.class, () -> MailboxName.of("a\0b"));
    }

    private static MailboxName name(String wire, boolean utf8) {
        return MailboxName.read(Octets.of(wire), utf8).orElseThrow();
    }

    @Test
    void shouldShowTheSizeOfAnAppendBeforeItsOctets() {
        Octets octets = Octets.of("a APPEND INBOX (\\Seen) {67108865}\r\n");
        Message part = Message.of(Message.Kind.COMMAND, octets, Reading.TOLERANT, List.of(octets.length()), false);
        AppendMessage message =
                part.view(AppendCommand.VIEW).value().orElseThrow().messages().get(0);
        assertEquals(new AppendMessage.Literal(new Content.Streaming(67108865, false)), message.data());
        AppendCommand moved = new AppendCommand(MailboxName.of("Sent"), List.of(message));
        Message changed = moved.into(part, WriteLimits.PLAIN);
        assertEquals("a APPEND Sent (\\Seen) {67108865}\r\n", changed.octets().latin1());
        assertFalse(changed.complete());
    }

    @Test
    void shouldFindUidAndFlags() {
        FetchData data = response("* 3 FETCH (FLAGS (\\Seen) UID 77)\r\n")
                .view(FetchData.VIEW)
                .value()
                .orElseThrow();
        assertEquals(77, data.uid().orElseThrow());
        assertEquals(Optional.of(List.of(Flag.SEEN)), data.flags());
    }

    @Test
    void shouldLetNoInvalidValueBeBuilt() {
        List<Runnable> invalid = List.of(
                () -> Flag.of("a b"),
                () -> Flag.of("\\"),
                () -> CodeName.of("x]"),
                () -> FetchItemName.of("BODY[]"),
                () -> FetchItem.of(FetchItemName.BODY_PEEK),
                () -> FetchItem.of(FetchItemName.FLAGS, Section.WHOLE),
                () -> Section.of(Section.Text.MIME),
                () -> Section.of(Section.Text.HEADER_FIELDS),
                () -> new FetchItem.Partial(0, 0),
                () -> FetchCommand.of(false, SequenceSet.of(1), List.of()),
                () -> SequenceSet.of(0),
                () -> SequenceSet.of(1, SequenceSet.STAR + 1),
                () -> new SearchKey.And(List.of()),
                () -> new SearchKey.Simple("FROM"),
                () -> new SearchKey.Keyword(Flag.SEEN, true),
                () -> new LoginCommand(Octets.of("a\0"), secret("x")),
                () -> new LoginCommand(Octets.of("a"), secret("x\0")),
                () -> new AuthenticateCommand("A B", Optional.empty()),
                () -> new AuthenticateCommand("PLAIN", Optional.of(SaslLine.CANCEL)),
                () -> new SaslMessage.Plain(Octets.EMPTY, Octets.EMPTY, secret("x")),
                () -> new SaslMessage.Xoauth2(Octets.of("a\1"), secret("x")),
                () -> new AppendCommand(MailboxName.INBOX, List.of()),
                () -> new AppendMessage.Literal(new Content.Missing()),
                () -> StatusResponse.untagged(Status.OK, "a\r\nb"),
                () -> StatusResponse.untagged(Status.OK, "[ALERT] b"),
                () -> StatusResponse.tagged("a b", Status.OK, "c"),
                () -> StatusResponse.tagged("a", Status.BYE, "c"),
                () -> new ResponseCode.Numbered(CodeName.ALERT, 1),
                () -> new FetchData(0, false, List.of()),
                () -> new LoginCommand(Octets.of("a"), secret("x")).message("*", WriteLimits.PLAIN));
        for (int i = 0; i < invalid.size(); i++) {
            assertThrows(IllegalArgumentException.class, invalid.get(i)::run, "case " + i);
        }
    }
}
