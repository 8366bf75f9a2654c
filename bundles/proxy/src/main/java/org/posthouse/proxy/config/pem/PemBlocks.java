package org.posthouse.proxy.config.pem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a file into its {@code BEGIN}/{@code END} blocks; text between them is comment. */
final class PemBlocks {

    /** One block: its label, whether it is encrypted the old way (RFC 1421 headers), and its DER. */
    record Block(String label, boolean encrypted, byte[] der) {}

    private static final long LARGEST = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z0-9-]+:.*$");

    private PemBlocks() {}

    static List<Block> read(Path file) throws PemFault {
        String text = text(file);
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(block(matcher.group(1), matcher.group(2)));
        }
        if (blocks.isEmpty()) {
            throw new PemFault(
                    "holds no PEM block (-----BEGIN …-----); DER and PKCS#12 files must be converted to PEM");
        }
        return blocks;
    }

    private static Block block(String label, String body) throws PemFault {
        boolean encrypted = body.contains("ENCRYPTED");
        String base64 = HEADER.matcher(body).replaceAll("");
        try {
            // An encrypted body stays undecoded: nobody reads it.
            return new Block(label, encrypted, encrypted ? new byte[0] : decode(base64));
        } catch (IllegalArgumentException damaged) {
            throw new PemFault("its " + label + " block is not base64");
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.replaceAll("\\s+", ""));
    }

    private static String text(Path file) throws PemFault {
        try {
            if (Files.isDirectory(file)) {
                throw new PemFault("is a folder, not a file");
            }
            if (Files.size(file) > LARGEST) {
                throw new PemFault("is larger than 1 MiB, so it is no PEM file");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException missing) {
            throw new PemFault("does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new PemFault("may not be read by this user", denied);
        } catch (IOException unreadable) {
            throw new PemFault("can't be read: " + unreadable.getClass().getSimpleName(), unreadable);
        }
    }
}
