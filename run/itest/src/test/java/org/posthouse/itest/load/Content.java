package org.posthouse.itest.load;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/** A mail that both sides can make from its number. */
record Content(int seed, int size) {

    byte[] octets() {
        byte[] octets = new byte[size];
        new Random(seed).nextBytes(octets);
        byte[] head = ("Subject: mail " + seed + "\r\n\r\n{3}\r\na1 CREATE x\r\n)").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, octets, 0, Math.min(head.length, size));
        for (int i = 0; i < octets.length; i++) {
            octets[i] = octets[i] == 0 ? 1 : octets[i]; // a literal holds no NUL
        }
        return octets;
    }

    static long checksum(byte[] octets) {
        CRC32 sum = new CRC32();
        sum.update(octets);
        return sum.getValue();
    }
}
