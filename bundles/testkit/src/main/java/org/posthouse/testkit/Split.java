package org.posthouse.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * One way to cut what a script sends into packets.
 *
 * @param name for failures
 * @param size octets of the first packet of each message, 0 for all of it
 * @param repeated whether the others are as small
 * @param joined whether consecutive messages of one side are one packet
 */
record Split(String name, int size, boolean repeated, boolean joined) {

    static final Split WHOLE = new Split("whole", 0, false, false);
    /** Larger messages are not cut at all: their octets are made while they are read. */
    static final int LARGEST = 64 * 1024;

    private static final int EXHAUSTIVE = 150;
    private static final int SOME = 97;

    /** Whole, joined, octet by octet, and each message in two at every octet; at some octets if it is long. */
    static List<Split> every(int longest) {
        List<Split> splits = new ArrayList<>(List.of(
                WHOLE,
                new Split("joined", 0, false, true),
                new Split("octet by octet", 1, true, false),
                new Split("octet by octet, joined", 1, true, true),
                new Split("by seven", 7, true, true)));
        TreeSet<Integer> at = new TreeSet<>();
        for (int i = 1; i < Math.min(longest, EXHAUSTIVE); i++) {
            at.add(i);
        }
        for (int i = EXHAUSTIVE; i < longest; i += 1 + longest / SOME) {
            at.add(i);
        }
        at.forEach(i -> splits.add(new Split("each message in two behind octet " + i, i, false, false)));
        return splits;
    }

    /** The packets of one message, or of several that are joined. */
    List<byte[]> packets(byte[] octets) {
        List<byte[]> packets = new ArrayList<>();
        int from = 0;
        int length = size == 0 ? octets.length : size;
        while (from < octets.length) {
            int to = Math.min(octets.length, from + length);
            packets.add(Arrays.copyOfRange(octets, from, to));
            from = to;
            length = repeated ? size : octets.length;
        }
        return packets;
    }
}
