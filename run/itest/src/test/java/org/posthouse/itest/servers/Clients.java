package org.posthouse.itest.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.posthouse.itest.fixture.DovecotServer.Account;
import org.posthouse.itest.fixture.Leg;
import org.posthouse.itest.fixture.Tool;

/** Real clients with certificate verification on. Each method plays one client's part whole and returns what it got. */
final class Clients {
    private final Path authority;
    private final Path scratch;

    /** Clients that trust this authority and keep their files in that folder. */
    Clients(Path authority, Path scratch) {
        this.authority = authority;
        this.scratch = scratch;
    }

    /** All that the server sent in the dialogue of {@code dialogue.py}. */
    String imaplib(Leg leg, int port, Account account) throws IOException {
        Path script = scratch.resolve("dialogue.py");
        try (InputStream source = Clients.class.getResourceAsStream("dialogue.py")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return Tool.run(
                        "python3",
                        script.toString(),
                        leg.key(),
                        "" + port,
                        authority.toString(),
                        account.user(),
                        account.password())
                .orFail()
                .text();
    }

    /** One curl call on a mailbox; further options decide what it does. */
    byte[] curl(Leg leg, int port, Account account, String path, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "curl", "-sS", "--cacert", authority.toString(), "-u", account.user() + ":" + account.password()));
        if (leg == Leg.STARTTLS) {
            command.add("--ssl-reqd");
        }
        command.addAll(List.of(options));
        command.add((leg == Leg.IMPLICIT ? "imaps" : "imap") + "://localhost:" + port + "/" + path);
        return Tool.run(command.toArray(String[]::new)).orFail().output();
    }

    /** The lines of {@code openssl s_client} for this dialogue; a TLS leg only. */
    String openssl(Leg leg, int port, String dialogue) {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_client",
                "-quiet",
                "-connect",
                "localhost:" + port,
                "-CAfile",
                authority.toString(),
                "-verify_return_error",
                "-verify_hostname",
                "localhost"));
        if (leg == Leg.STARTTLS) {
            command.addAll(List.of("-starttls", "imap"));
        }
        return Tool.feed(dialogue, command.toArray(String[]::new)).orFail().text();
    }

    /** Syncs the mailboxes of an account with a local folder of that name, both ways; returns the folder. */
    Path mbsync(Leg leg, int port, Account account, String folder) {
        try {
            Path maildirs = Files.createDirectories(scratch.resolve(folder));
            Path rc = Files.writeString(scratch.resolve(folder + ".rc"), mbsyncrc(leg, port, account, maildirs));
            Tool.run("mbsync", "-c", rc.toString(), "-a").orFail();
            return maildirs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mbsyncrc(Leg leg, int port, Account account, Path maildirs) {
        String type =
                switch (leg) {
                    case OFF -> "None";
                    case STARTTLS -> "STARTTLS";
                    case IMPLICIT -> "IMAPS";
                };
        return """
        IMAPStore far
        Host localhost
        Port %d
        User %s
        Pass %s
        SSLType %s
        SystemCertificates no
        CertificateFile %s
        AuthMechs LOGIN

        MaildirStore near
        Path %s/
        Inbox %s/INBOX
        SubFolders Verbatim

        Channel all
        Far :far:
        Near :near:
        Patterns INBOX Folder*
        Create Near
        Sync All
        Expunge Both
        SyncState *
        """.formatted(port, account.user(), account.password(), type, authority, maildirs, maildirs);
    }
}
