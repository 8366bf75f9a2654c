package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows that framing doesn't depend on how the input is cut (design, chapter 10 V), and that nothing is lost. */
final class Verifier {

    private static final int EVERY_SPLIT = 4096;
    private static final int SEEDED = 1000;
    private static final int NEAR = 4;

    private Verifier() {}

    /** The frames of the whole input, after they were found the same at every split. */
    static List<Frame> frames(String name, byte[] input, Supplier<Probe> probe) {
        List<Frame> whole = Feed.inPieces(input, probe.get());
        assertEquals(
                Frame.of("", input, 0, input.length, false).octets(),
                whole.stream().map(Frame::octets).collect(Collectors.joining()),
                () -> name + ": output equals input");
        for (int cut : cuts(input)) {
            assertEquals(whole, Feed.inPieces(input, probe.get(), cut), () -> name + " cut at " + cut);
        }
        if (input.length <= EVERY_SPLIT) {
            assertEquals(whole, Feed.byteByByte(input, probe.get()), () -> name + " octet by octet");
        }
        return whole;
    }

    private static Iterable<Integer> cuts(byte[] input) {
        TreeSet<Integer> cuts = new TreeSet<>();
        boolean every = input.length <= EVERY_SPLIT;
        Random random = new Random(input.length);
        for (int i = 0; i < SEEDED && !every && input.length > 0; i++) {
            cuts.add(random.nextInt(input.length));
        }
        int lastEdge = -2 * NEAR;
        for (int at = 0; at < input.length; at++) {
            lastEdge = input[at] == '\n' || input[at] == '{' ? at : lastEdge;
            if (every || at - lastEdge <= NEAR) {
                cuts.add(at);
            }
        }
        return cuts;
    }

    /** Copies of a message behind each other give its frames as often. */
    static void concatenated(String name, byte[] message, Supplier<Probe> probe, List<Frame> frames) {
        byte[] twice = java.util.Arrays.copyOf(message, 2 * message.length);
        System.arraycopy(message, 0, twice, message.length, message.length);
        List<Frame> expected = new ArrayList<>(frames);
        expected.addAll(frames);
        assertEquals(expected, Feed.inPieces(twice, probe.get()), () -> name + " twice");
    }
}
