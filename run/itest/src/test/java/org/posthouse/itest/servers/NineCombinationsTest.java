package org.posthouse.itest.servers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posthouse.itest.fixture.DovecotServer;
import org.posthouse.itest.fixture.DovecotServer.Account;
import org.posthouse.itest.fixture.Fixtures;
import org.posthouse.itest.fixture.ImapClient;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Message;
import org.posthouse.itest.fixture.NeedsTools;
import org.posthouse.itest.fixture.Pki;

/**
 * Real clients, each leg secured in each way: what a client gets through the proxy is what it gets from the server itself, but
 * for what {@link Transcript} names. Each run has an account of its own; all are copies of one, so even UIDs agree.
 */
@Tag("servers")
@ExtendWith(Fixtures.class)
@NeedsTools({"dovecot", "openssl", "python3", "curl", "mbsync"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NineCombinationsTest {
    private static final Message BIG = Message.of("big", 50_000_000);

    private final DovecotServer dovecot;
    private final NineListeners proxy;
    private final Clients clients;
    private final Account template;
    private int copies;

    NineCombinationsTest(DovecotServer dovecot, Pki pki, @TempDir Path scratch) throws IOException {
        this.dovecot = dovecot;
        this.proxy = new NineListeners(dovecot, pki);
        this.clients = new Clients(pki.authority(), scratch);
        this.template = fill(dovecot.account("nine"));
    }

    @AfterAll
    void stop() {
        proxy.close();
    }

    private Account fill(Account account) throws IOException {
        try (ImapClient client = dovecot.direct(account)) {
            for (int i = 0; i < 20; i++) {
                client.append("INBOX", new Message("m" + i, 300 + 97 * i, i % 3 == 0))
                        .orFail();
            }
            client.append("INBOX", Message.of("four", 4096)).orFail();
            client.append("INBOX", Message.of("mebi", 1 << 20)).orFail();
            client.command("CREATE Folder-&APw-").orFail();
            client.append("Folder-&APw-", Message.of("folder", 777)).orFail();
            client.command("LOGOUT").orFail();
        }
        return account;
    }

    private Account copy() {
        return dovecot.copy(template, String.format("nine%02d", ++copies));
    }

    static Stream<Combination> combinations() {
        return Combination.all();
    }

    static Stream<Combination> encryptedCombinations() {
        return Combination.all().filter(combination -> combination.client() != Leg.OFF);
    }

    /** One client's whole part; what it returns must not depend on the proxy. */
    private interface Part {
        String play(Leg leg, int port, Account account) throws IOException;
    }

    private void shouldAgree(Combination combination, Part part) throws IOException {
        String direct = part.play(combination.client(), dovecot.port(combination.client()), copy());
        String proxied = part.play(combination.client(), proxy.port(combination), copy());
        assertEquals(Transcript.of(direct), Transcript.of(proxied));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldEqualTheServersOwnAnswersWhenImaplibTalks(Combination combination) throws IOException {
        shouldAgree(combination, clients::imaplib);
    }

    @ParameterizedTest
    @MethodSource("encryptedCombinations")
    void shouldEqualTheServersOwnAnswersWhenOpensslTalks(Combination combination) throws IOException {
        shouldAgree(
                combination,
                (leg, port, account) -> clients.openssl(
                        leg,
                        port,
                        "a LOGIN " + account.user() + " secret\r\n"
                                + "b SELECT INBOX\r\nc FETCH 1:* (FLAGS BODY.PEEK[]<0.2000>)\r\nd STORE 1 +FLAGS (\\Answered)\r\ne LOGOUT\r\n"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldEqualTheServersOwnAnswersWhenCurlTalks(Combination combination) throws IOException {
        Path mail = Files.writeString(
                Files.createTempFile("mail", ".eml"), "Subject: by curl\r\n\r\n" + "text\r\n".repeat(9000));
        shouldAgree(combination, (leg, port, account) -> Stream.of(
                        clients.curl(leg, port, account, ""),
                        clients.curl(leg, port, account, "", "-X", "LIST \"\" *"),
                        clients.curl(leg, port, account, "INBOX;MAILINDEX=1"),
                        clients.curl(leg, port, account, "INBOX?ALL"),
                        clients.curl(leg, port, account, "INBOX", "-X", "FETCH 1:* (UID FLAGS RFC822.SIZE)"),
                        clients.curl(leg, port, account, "INBOX", "-T", mail.toString()),
                        clients.curl(leg, port, account, "INBOX;MAILINDEX=22"),
                        clients.curl(leg, port, account, "INBOX;MAILINDEX=23"),
                        clients.curl(leg, port, account, "INBOX", "-X", "EXAMINE Folder-&APw-"))
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n---\n")));
        Files.delete(mail);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldLeaveEqualMaildirsWhenMbsyncSyncs(Combination combination) throws IOException {
        Account account = copy();
        Maildirs direct = Maildirs.read(
                clients.mbsync(combination.client(), dovecot.port(combination.client()), copy(), "d" + copies));
        Maildirs proxied =
                Maildirs.read(clients.mbsync(combination.client(), proxy.port(combination), account, "p" + copies));
        assertEquals(direct, proxied);
        assertEquals(23, proxied.messages().size());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void shouldCarryFiftyMegabytesBothWaysWhenCurlTalks(Combination combination) throws IOException {
        Account account = dovecot.account("big" + ++copies);
        int port = proxy.port(combination);
        Path mail = BIG.file(Files.createTempFile("big", ".eml"));
        clients.curl(combination.client(), port, account, "INBOX", "-T", mail.toString());
        byte[] back = clients.curl(combination.client(), port, account, "INBOX;MAILINDEX=1");
        byte[] sent = Files.readAllBytes(mail);
        Files.delete(mail);
        assertArrayEquals(sent, back);
    }
}
