package org.posthouse.imap.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Mutated vectors: nothing throws, output equals input, cuts change nothing. The seed is fixed;
 * {@code -Dposthouse.fuzz=SECONDS} goes on with other seeds for so long.
 */
@Tag("fuzz")
class MutationFuzzTest {

    private static final long SEED = 20261101;
    private static final int ROUNDS = 40_000;
    private static final long EXTRA_NANOS = Long.getLong("posthouse.fuzz", 0) * 1_000_000_000L;

    private interface Round {
        void run(Corpus corpus);
    }

    private static void rounds(Round round) {
        Corpus corpus = new Corpus(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            round.run(corpus);
        }
        Corpus other = new Corpus(System.nanoTime());
        for (long start = System.nanoTime(); System.nanoTime() - start < EXTRA_NANOS; ) {
            round.run(other);
        }
    }

    private static List<Frame> check(byte[] input, Corpus corpus, Supplier<Probe> probe) {
        String name = Base64.getEncoder().encodeToString(input);
        List<Frame> whole = Feed.inPieces(input, probe.get());
        int cut = corpus.random().nextInt(input.length + 1);
        int next = cut + corpus.random().nextInt(input.length + 1 - cut);
        assertEquals(whole, Feed.inPieces(input, probe.get(), cut, next), () -> name + " cut at " + cut + "," + next);
        if (corpus.random().nextInt(8) == 0) {
            assertEquals(whole, Feed.byteByByte(input, probe.get()), () -> name + " octet by octet");
        }
        return whole;
    }

    @Test
    void shouldFrameCommandsTheSameWhenCut() {
        rounds(corpus -> check(corpus.mutant(true), corpus, CommandProbe::strict));
    }

    @Test
    void shouldFrameCommandsTheSameWhenCutAndLenient() {
        CommandRules lenient = new CommandRules(true, true, true);
        rounds(corpus -> check(corpus.mutant(true), corpus, () -> CommandProbe.streaming(lenient, 1 << 20)));
    }

    @Test
    void shouldFrameResponsesTheSameWhenCutAndAsTheRulesSay() {
        rounds(corpus -> {
            byte[] input = corpus.mutant(false);
            List<String> octets = check(input, corpus, () -> new ResponseProbe(0)).stream()
                    .map(Frame::octets)
                    .toList();
            assertEquals(NaiveResponses.frames(input), octets, () -> new String(input, StandardCharsets.ISO_8859_1));
        });
    }

    /** What is forwarded although nothing is held is never more than what is forwarded when all is held. */
    @Test
    void shouldForwardNoLineEndOfARefusedCommandWhenStreaming() {
        rounds(corpus -> {
            byte[] input = corpus.mutant(true);
            List<Frame> held = Feed.inPieces(input, CommandProbe.streaming(CommandRules.STRICT, 1 << 20));
            int refused = refusedAt(held);
            Probe streaming = CommandProbe.streaming(CommandRules.STRICT, 0);
            List<Frame> relayed = Feed.byteByByte(input, streaming);
            int same = refused < 0 ? held.size() - 1 : refused;
            assertEquals(held.subList(0, same), relayed.subList(0, same));
            int early = refusedAt(relayed);
            assertTrue(refused == early || refused < 0 && early >= same, "at most an unfinished line is refused too");
        });
    }

    private static int refusedAt(List<Frame> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).refused()) {
                return i;
            }
        }
        return -1;
    }
}
