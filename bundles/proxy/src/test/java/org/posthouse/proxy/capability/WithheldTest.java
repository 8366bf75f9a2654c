package org.posthouse.proxy.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.intercept.Interest;

/** What is refused when a capability is kept from the client. */
@Tag("unit")
class WithheldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IDLE             | a IDLE
            MOVE             | a MOVE 1 x
            MOVE             | a UID MOVE 1 x
            UIDPLUS          | a UID EXPUNGE 1
            COMPRESS         | a COMPRESS DEFLATE
            COMPRESS=DEFLATE | a COMPRESS DEFLATE
            CONDSTORE        | a FETCH 1 (FLAGS) (CHANGEDSINCE 5)
            CONDSTORE        | a uid fetch 1:* (FLAGS) (changedsince 5)
            CONDSTORE        | a FETCH 1 MODSEQ
            CONDSTORE        | a STORE 1 (UNCHANGEDSINCE 5) FLAGS (\\Seen)
            CONDSTORE        | a SELECT x (CONDSTORE)
            CONDSTORE        | a ENABLE CONDSTORE
            CONDSTORE        | a STATUS x (MESSAGES HIGHESTMODSEQ)
            CONDSTORE        | a SEARCH (MODSEQ 5)
            CONDSTORE        | a SEARCH NOT MODSEQ 5
            CONDSTORE        | a SEARCH FILTER MODSEQ 1
            CONDSTORE        | a THREAD REFERENCES UTF-8 MODSEQ 1
            CONDSTORE        | a UID THREAD ORDEREDSUBJECT UTF-8 MODSEQ 1
            CONDSTORE        | a UID SORT (SUBJECT) UTF-8 MODSEQ 1
            CONDSTORE        | a ESEARCH IN (mailboxes) MODSEQ 1
            CONDSTORE        | a LIST "" "*" RETURN (STATUS (HIGHESTMODSEQ))
            CONDSTORE        | a LIST (SUBSCRIBED) "" ("*") RETURN (STATUS (HIGHESTMODSEQ))
            STATUS=SIZE      | a LIST "" "*" RETURN (STATUS (SIZE))
            UTF8=ACCEPT      | a ENABLE CONDSTORE utf8=accept
            UTF8             | a ENABLE UTF8=ACCEPT
            UTF8=ACCEPT      | a APPEND x UTF8 (~{3+}\\r\\nabc)
            CATENATE         | a APPEND x (\\Seen) CATENATE (URL "u")
            MULTIAPPEND      | a APPEND x {1+}\\r\\na (\\Seen) {1+}\\r\\nb
            BINARY           | a FETCH 1 BINARY.PEEK[1]
            BINARY           | a FETCH 1 (FLAGS BINARY.SIZE[1.2])
            BINARY           | a APPEND x ~{1+}\\r\\na
            AUTH=PLAIN       | a AUTHENTICATE PLAIN
            AUTH             | a AUTHENTICATE xoauth2 abc
            SASL-IR          | a AUTHENTICATE PLAIN AGEAYg==
            LIST-EXTENDED    | a LIST "" % RETURN (CHILDREN)
            LIST-EXTENDED    | a LIST (SUBSCRIBED) "" *
            LIST-EXTENDED    | a LIST "" (INBOX Sent)
            SPECIAL-USE      | a LIST (SPECIAL-USE) "" *
            ESEARCH          | a UID SEARCH RETURN (COUNT) ALL
            WITHIN           | a SEARCH OR YOUNGER 5 SEEN
            MESSAGELIMIT     | a SEARCH UIDAFTER 5 SEEN
            SEARCHRES        | a FETCH $ FLAGS
            X-GM-EXT-1       | a FETCH 1 (X-GM-LABELS)
            PREVIEW          | a FETCH 1 (PREVIEW (LAZY))
            ACL              | a SETACL x fred lr
            QUOTA            | a GETQUOTAROOT INBOX
            """)
    void shouldRefuseWhatACapabilityBroughtAlongWhenItIsHidden(String hidden, String command) {
        assertTrue(refused(hidden, command));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WITHIN           | a SEARCH SUBJECT YOUNGER
            WITHIN           | a SEARCH HEADER OLDER YOUNGER SEEN
            WITHIN           | a SEARCH SUBJECT {7+}\\r\\nYOUNGER
            CONDSTORE        | a SELECT CONDSTORE
            CONDSTORE        | a FETCH 1 (FLAGS BODY[HEADER.FIELDS (Subject)])
            CATENATE         | a APPEND CATENATE (CATENATE) {1+}\\r\\na
            MULTIAPPEND      | a APPEND x (\\Seen) {1+}\\r\\na
            COMPRESS=LZ4     | a NOOP
            AUTH=PLAIN       | a AUTHENTICATE LOGIN
            LIST-EXTENDED    | a LIST "" RETURN
            MOVE             | a COPY 1 x
            SORT=DISPLAY     | a SORT (SUBJECT) UTF-8 ALL
            UIDPLUS          | a EXPUNGE
            UTF8             | a ENABLE CONDSTORE
            SASL-IR          | a AUTHENTICATE PLAIN
            """)
    void shouldNotRefuseWhatOnlyLooksLikeIt(String hidden, String command) {
        assertFalse(refused(hidden, command));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH,AUTH=PLAIN,true", "AUTH=PLAIN,AUTH=LOGIN,false", "IDLE,IMAP4rev2,true", "QUOTA,IMAP4rev2,false",
        "COMPRESS,COMPRESS=DEFLATE,true", "SORT=DISPLAY,SORT,false", "idle,IDLE,true", "LITERAL-,IMAP4rev2,true"
    })
    void shouldHideWhatFollowsFromIt(String hidden, String announced, boolean hides) {
        assertEquals(hides, withheld(hidden).hides(Capability.of(announced)));
    }

    @Test
    void shouldNotConcernItselfWithOtherCommands() {
        assertFalse(withheld("IDLE").concerns(CommandName.NOOP));
        assertTrue(withheld("CONDSTORE").concerns(CommandName.UID_FETCH));
        assertFalse(Withheld.NOTHING.concerns(CommandName.AUTHENTICATE));
    }

    @Test
    void shouldKeepWhatIsExceptedFromWhatIsHidden() {
        Withheld plainOnly = Withheld.of(List.of(Interest.of()
                .hides(List.of(Capability.of("AUTH")))
                .keeps(List.of(Capability.of("AUTH=PLAIN")))
                .build()));

        assertFalse(plainOnly.hides(Capability.of("AUTH=PLAIN")));
        assertTrue(plainOnly.hides(Capability.of("AUTH=LOGIN")));
    }

    private static boolean refused(String hidden, String command) {
        String line = command.replace("\\r\\n", "\r\n") + "\r\n";
        String[] words = command.split(" ");
        String name = words[1].equalsIgnoreCase("UID") ? "UID " + words[2] : words[1];
        Message message = Message.command(Octets.of(line), Reading.TOLERANT);
        CommandName of = CommandName.of(name);
        boolean refuses = withheld(hidden).refuses(of, message).isPresent();
        assertTrue(!refuses || withheld(hidden).concerns(of), "concerns must not miss what is refused");
        return refuses;
    }

    private static Withheld withheld(String hidden) {
        Set<Capability> all =
                Arrays.stream(hidden.split(" ")).map(Capability::of).collect(Collectors.toSet());
        return Withheld.of(List.of(Interest.of().hides(all).build()));
    }
}
