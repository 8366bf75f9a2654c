package org.posthouse.example.subjecttag;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.testkit.Plug;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class SubjectTagTest {

    private final SubjectTag service = new SubjectTag();

    @Test
    void shouldTagHeadersInTheMailboxesOfItsFile() {
        file("[legal]", "Legal, Court");
        play("Legal", """
                C>S a1 FETCH 1 (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])
                S: * 1 FETCH (UID 7 BODY[HEADER.FIELDS (SUBJECT)] {18}
                S: Subject: Hello
                S:
                S: )
                >C * 1 FETCH (UID 7 BODY[HEADER.FIELDS (SUBJECT)] {26}
                >C Subject: [legal] Hello
                >C ${crlf}${open}
                >C )
                S>C a1 OK done
                """);
    }

    @Test
    void shouldTagTheEnvelopeAndNothingElse() {
        file("[legal]", "Legal");
        play("Legal", """
                C>S a1 FETCH 1 (ENVELOPE FLAGS)
                S: * 1 FETCH (ENVELOPE ("Mon, 1 Jan 2024 10:00:00 +0000"  "Hello" NIL NIL NIL NIL NIL NIL NIL "<1@x>")  FLAGS ())
                >C * 1 FETCH (ENVELOPE ("Mon, 1 Jan 2024 10:00:00 +0000"  "[legal] Hello" NIL NIL NIL NIL NIL NIL NIL "<1@x>")  FLAGS ())
                S>C * 2 FETCH (ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL))
                S>C * 3 FETCH (FLAGS (\\Seen))
                S>C a1 OK done
                """);
    }

    @Test
    void shouldPassALineThatIsTooLongToBeShownWhole() {
        file("[legal]", "Legal");
        String data = "S>C * 1 FETCH (ENVELOPE (NIL \"Hello\" NIL NIL NIL NIL NIL NIL NIL NIL) FLAGS (";
        play("Legal", "C>S a1 FETCH 1 ALL\n" + data + "kw ".repeat(100_000) + "x))\nS>C a1 OK done\n");
    }

    @Test
    void shouldLeaveFoldedAndEncodedSubjectsInOnePiece() {
        file("[t]", "INBOX");
        play("INBOX", """
                C>S a1 FETCH 1:3 RFC822.HEADER
                S: * 1 FETCH (RFC822.HEADER {64}
                S: From: a@b
                S: SUBJECT:
                S:  =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
                S:  and more
                S:
                S: )
                >C * 1 FETCH (RFC822.HEADER {68}
                >C From: a@b
                >C SUBJECT: [t]
                >C  =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
                >C  and more
                >C ${crlf}${open}
                >C )
                S: * 2 FETCH (RFC822.HEADER {25}
                S: Subject:=?x?Q?y?=
                S: A: b
                S: )
                >C * 2 FETCH (RFC822.HEADER {30}
                >C Subject: [t] =?x?Q?y?=
                >C A: b
                >C )
                S: * 3 FETCH (RFC822.HEADER {20}
                S: X-Subject: nothing
                S: )
                >C * 3 FETCH (RFC822.HEADER {20}
                >C X-Subject: nothing
                >C )
                S>C a1 OK done
                """);
    }

    @Test
    void shouldNotTagTwice() {
        file("[t]", "INBOX");
        play("INBOX", """
                C>S a1 FETCH 1 BODY.PEEK[HEADER]
                S: * 1 FETCH (BODY[HEADER] {24}
                S: Subject: Re: [t] Hello
                S: )
                >C * 1 FETCH (BODY[HEADER] {24}
                >C Subject: Re: [t] Hello
                >C )
                S>C a1 OK done
                """);
    }

    @Test
    void shouldLeaveMessagesAndPartialHeadersAsTheyAre() {
        file("[t]", "INBOX");
        play("INBOX", """
                C>S a1 FETCH 1 (BODY[] BODY[HEADER]<0.100> RFC822.SIZE)
                S: * 1 FETCH (BODY[] {20}
                S: Subject: Hello
                S:
                S: Hi BODY[HEADER]<0> {18}
                S: Subject: Hello
                S:
                S:  RFC822.SIZE 20)
                >C * 1 FETCH (BODY[] {20}
                >C Subject: Hello
                >C ${crlf}${open}
                >C Hi BODY[HEADER]<0> {18}
                >C Subject: Hello
                >C ${crlf}${open}
                >C  RFC822.SIZE 20)
                S>C a1 OK done
                """);
    }

    @Test
    void shouldLetLargeMessagesStreamPast() {
        file("[t]", "INBOX");
        play("INBOX", """
                C>S a1 FETCH 1 BODY[]
                S>C * 1 FETCH (BODY[] {3000000}
                S>C ${octets 3000000})
                S>C a1 OK done
                """);
    }

    @Test
    void shouldLeaveOtherMailboxesAlone() {
        file("[legal]", "Legal");
        play("INBOX", """
                C>S a1 FETCH 1 RFC822.HEADER
                S: * 1 FETCH (RFC822.HEADER {16}
                S: Subject: Hello
                S: )
                >C * 1 FETCH (RFC822.HEADER {16}
                >C Subject: Hello
                >C )
                S>C a1 OK done
                """);
    }

    @Test
    void shouldFollowItsFileInOpenSessions() {
        try (Testkit kit = tagged().selected("INBOX")) {
            kit.script("""
                    C>S a1 FETCH 1 RFC822.HEADER
                    S: * 1 FETCH (RFC822.HEADER {16}
                    S: Subject: Hello
                    S: )
                    >C * 1 FETCH (RFC822.HEADER {16}
                    >C Subject: Hello
                    >C )
                    S>C a1 OK done
                    """);
            file("[t]", "INBOX");
            file("=?no?=", "INBOX");
            kit.modified("subject-tag");
            kit.script("""
                    C>S a1 FETCH 1 RFC822.HEADER
                    S: * 1 FETCH (RFC822.HEADER {16}
                    S: Subject: Hello
                    S: )
                    >C * 1 FETCH (RFC822.HEADER {20}
                    >C Subject: [t] Hello
                    >C )
                    S>C a1 OK done
                    """);
        }
    }

    private void file(String tag, String mailboxes) {
        service.configure(Settings.of(SubjectTag.Config.class, Map.of("tag", tag, "mailboxes", mailboxes)));
    }

    private Testkit tagged() {
        return Testkit.with(Plug.of("subject-tag", service)
                .property(InterceptorFactory.FAILURE, "open")
                .property(InterceptorFactory.CHANGES_CONTENT, "headers"));
    }

    private void play(String mailbox, String script) {
        try (Testkit kit = tagged().selected(mailbox)) {
            kit.script(script);
        }
    }
}
