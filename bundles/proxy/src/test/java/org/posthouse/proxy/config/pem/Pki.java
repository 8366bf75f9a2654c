package org.posthouse.proxy.config.pem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority and its certificates in a folder, made with openssl while the test runs. */
public final class Pki {

    private final Path folder;

    private Pki(Path folder) {
        this.folder = folder;
    }

    /** A fresh authority: {@code ca.pem} and {@code ca-key.pem} (EC, P-256). */
    public static Pki in(Path folder) {
        Pki pki = new Pki(folder);
        pki.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=test-ca "
                + "-keyout ca-key.pem -out ca.pem");
        return pki;
    }

    /** {@code NAME.pem} and {@code NAME-key.pem} (PKCS#8, EC) for {@code DNS:localhost,IP:127.0.0.1} and such. */
    public Pki server(String name, String subjectAltNames) {
        openssl("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout " + name
                + "-key.pem -out " + name + ".csr");
        write(name + ".ext", "subjectAltName=" + subjectAltNames + "\n");
        openssl("x509 -req -days 30 -CA ca.pem -CAkey ca-key.pem -CAcreateserial -extfile " + name + ".ext -in " + name
                + ".csr -out " + name + ".pem");
        return this;
    }

    /** A file of the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file of the folder. */
    public Path write(String name, String content) {
        try {
            return Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file's content by another's. */
    public void copy(String from, String to) {
        try {
            write(to, Files.readString(file(from)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs openssl in the folder and returns what it printed. */
    public String openssl(String arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed;
            try (InputStream out = process.getInputStream()) {
                printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("openssl " + arguments + "\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
