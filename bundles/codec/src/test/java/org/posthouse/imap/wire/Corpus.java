package org.posthouse.imap.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Inputs to mutate: our own vectors, and octets that mean something to a framer. */
final class Corpus {

    private static final Path FILES = Path.of("src/test/resources/vectors");
    private static final int LONGEST = 600;
    private static final String[] SPICES = {
        "\r\n", "\n", "\r", "\0", "{3}\r\n", "{3+}\r\n", "~{3}\r\n", " {0}\r\n", "({1+}\r\n", "{", "}", "\"", "\\", "(",
        ")", "[", "]", " ", "  ", "+", "*", "* OK ", "* OK [BADCHARSET (", "* 1 FETCH (", "+ ", "a1 ", "UID ", "LOGIN ",
        "FETCH 1 BODY[HEADER.FIELDS (", "APPEND x ", "[NEWNAME ", "9999999999999999999", "\u00ff"
    };

    private final List<byte[]> client = new ArrayList<>();
    private final List<byte[]> server = new ArrayList<>();
    private final Random random;

    Corpus(long seed) {
        random = new Random(seed);
        try (Stream<Path> list = Files.list(FILES)) {
            for (Path file : list.sorted().toList()) {
                for (Script script : Script.read(file)) {
                    add(script);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Script script) {
        byte[] input = script.input();
        if (input.length <= LONGEST) {
            (script.client() ? client : server).add(input);
        }
    }

    Random random() {
        return random;
    }

    byte[] mutant(boolean fromClient) {
        List<byte[]> seeds = fromClient ? client : server;
        StringBuilder text = new StringBuilder(pick(seeds));
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutate(text, seeds);
        }
        text.setLength(Math.min(text.length(), 2 * LONGEST));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String pick(List<byte[]> seeds) {
        return new String(seeds.get(random.nextInt(seeds.size())), StandardCharsets.ISO_8859_1);
    }

    private void mutate(StringBuilder text, List<byte[]> seeds) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, SPICES[random.nextInt(SPICES.length)]);
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            case 2 -> text.insert(at, (char) random.nextInt(256));
            case 3 -> text.replace(at, Math.min(text.length(), at + 1), SPICES[random.nextInt(SPICES.length)]);
            default -> text.insert(at, pick(seeds));
        }
    }
}
