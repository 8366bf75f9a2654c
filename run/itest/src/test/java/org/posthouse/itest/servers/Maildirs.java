package org.posthouse.itest.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a folder of Maildirs.
 *
 * @param messages per message its mailbox, its flags and the checksum of its content, sorted; file names are arbitrary
 */
record Maildirs(List<String> messages) {
    static Maildirs read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return new Maildirs(files.filter(Maildirs::isMessage)
                    .map(Maildirs::describe)
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMessage(Path file) {
        return Files.isRegularFile(file)
                && List.of("cur", "new")
                        .contains(file.getName(file.getNameCount() - 2).toString());
    }

    /** Without the one header line that mbsync adds to what it stores. */
    private static byte[] content(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("X-TUID: [^\n]*\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String describe(Path file) {
        String name = file.getFileName().toString();
        String flags = name.contains(":2,") ? name.substring(name.indexOf(":2,")) : "";
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content(file));
            return file.getName(file.getNameCount() - 3) + " " + flags + " "
                    + HexFormat.of().formatHex(sum);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
