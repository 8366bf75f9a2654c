package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;

/**
 * Jazzer's targets. In a normal run each saved input is replayed; {@code JAZZER_FUZZ=1 mvn test -pl bundles/codec
 * -Dtest=FramerFuzzTest#…} searches for new ones.
 */
@Tag("fuzz")
class FramerFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void commands(byte[] input) {
        check(input, CommandProbe::strict);
        check(input, () -> CommandProbe.streaming(new CommandRules(true, true, true), 1 << 20));
    }

    @FuzzTest(maxDuration = "5m")
    void responses(byte[] input) {
        List<Frame> frames = check(input, () -> new ResponseProbe(0));
        assertEquals(
                NaiveResponses.frames(input), frames.stream().map(Frame::octets).toList());
    }

    private static List<Frame> check(byte[] input, Supplier<Probe> probe) {
        List<Frame> whole = Feed.inPieces(input, probe.get());
        assertEquals(whole, Feed.inPieces(input, probe.get(), input.length / 2));
        assertEquals(whole, Feed.byteByByte(input, probe.get()));
        return whole;
    }
}
