package org.posthouse.bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.Response;

/** What servers say, step by step: framing, tokens, the typed view, written anew. An operation is all of a specimen. */
@State(Scope.Thread)
public class CodecBenchmark {

    @Param({"SHORT_FETCH", "ENVELOPE_AND_BODY", "LITERAL_64K", "LITERAL_25M", "SEARCH_1M"})
    Specimen specimen = Specimen.SHORT_FETCH;

    private Reads reads = new Reads(new byte[0]);

    /** A codec that stops early would look fast: all messages must come, and leave in the same octets. */
    @Setup
    public void check() {
        reads = new Reads(specimen.octets());
        Checks.equal("messages", (long) specimen.messages(), reads.messages(CodecBenchmark::unchanged));
    }

    private static void unchanged(byte[] message) {
        Checks.equal("octets", Octets.owning(message), written(message).octets());
    }

    @Benchmark
    public long calibration() {
        return reads.calibrate();
    }

    @Benchmark
    public long frame() {
        return reads.frame();
    }

    @Benchmark
    public long head() {
        return reads.heads();
    }

    @Benchmark
    public long tokens(Blackhole hole) {
        return reads.messages(octets -> hole.consume(message(octets).tokens()));
    }

    @Benchmark
    public long parse(Blackhole hole) {
        return reads.messages(octets -> hole.consume(parsed(octets)));
    }

    @Benchmark
    public long parseAndWrite(Blackhole hole) {
        return reads.messages(octets -> hole.consume(written(octets)));
    }

    private static Message message(byte[] octets) {
        return Message.response(Octets.owning(octets), Reading.TOLERANT);
    }

    static Response parsed(byte[] octets) {
        return message(octets).view(Response.ANY).value().orElseThrow();
    }

    private static Message written(byte[] octets) {
        return parsed(octets).message(WriteLimits.PLAIN);
    }
}
