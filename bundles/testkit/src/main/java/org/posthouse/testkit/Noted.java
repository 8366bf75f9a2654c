package org.posthouse.testkit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Octets that are noted in the dialogue when the engine reads them. */
final class Noted extends FilterInputStream {

    private final Consumer<String> dialogue;

    Noted(InputStream octets, Consumer<String> dialogue) {
        super(octets);
        this.dialogue = dialogue;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        int count = super.read(target, from, most);
        if (count > 0) {
            dialogue.accept(new String(target, from, count, StandardCharsets.ISO_8859_1));
        }
        return count;
    }

    @Override
    public byte[] readNBytes(int most) throws IOException {
        byte[] octets = in.readNBytes(most);
        if (octets.length > 0) {
            dialogue.accept(new String(octets, StandardCharsets.ISO_8859_1));
        }
        return octets;
    }
}
