package org.posthouse.proxy.session;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One way to cut a dialogue's messages into packets.
 *
 * @param name for failures
 * @param size octets of the first packet of each message, 0 for all of it
 * @param repeated whether the others are as small
 * @param joined whether consecutive messages of one side are one packet
 */
record Cut(String name, int size, boolean repeated, boolean joined) {

    static final Cut WHOLE = new Cut("whole", 0, false, false);
    private static final int EXHAUSTIVE = 150;
    private static final int SOME = 97;

    /** Whole, joined, byte by byte, and each message in two at every octet; at some octets if it is long. */
    static List<Cut> all(int longest) {
        List<Cut> cuts = new ArrayList<>(List.of(
                WHOLE,
                new Cut("joined", 0, false, true),
                new Cut("octet by octet", 1, true, false),
                new Cut("octet by octet, joined", 1, true, true),
                new Cut("by seven", 7, true, true)));
        TreeSet<Integer> at = new TreeSet<>();
        for (int i = 1; i < Math.min(longest, EXHAUSTIVE); i++) {
            at.add(i);
        }
        for (int i = EXHAUSTIVE; i < longest; i += 1 + longest / SOME) {
            at.add(i);
        }
        at.forEach(i -> cuts.add(new Cut("in two at " + i, i, false, false)));
        return cuts;
    }

    /** The packets of one message, or of several that are joined. */
    List<String> packets(String octets) {
        List<String> packets = new ArrayList<>();
        int from = 0;
        int length = size == 0 ? octets.length() : size;
        while (from < octets.length()) {
            int to = Math.min(octets.length(), from + length);
            packets.add(octets.substring(from, to));
            from = to;
            length = repeated ? size : octets.length();
        }
        return packets;
    }
}
