package org.posthouse.bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The full parse of the same thing in growing sizes: what is linear has the same MB/s on each row. */
@State(Scope.Thread)
public class SizesBenchmark {

    @Param({
        "SEARCH_64K",
        "SEARCH_128K",
        "SEARCH_256K",
        "SEARCH_512K",
        "NESTED_10",
        "NESTED_20",
        "NESTED_40",
        "NESTED_80"
    })
    Specimen specimen = Specimen.SEARCH_64K;

    private Reads reads = new Reads(new byte[0]);

    /** All of it can be parsed. */
    @Setup
    public void check() {
        reads = new Reads(specimen.octets());
        Checks.equal("messages", (long) specimen.messages(), reads.messages(CodecBenchmark::parsed));
    }

    @Benchmark
    public long calibration() {
        return reads.calibrate();
    }

    @Benchmark
    public long parse(Blackhole hole) {
        return reads.messages(octets -> hole.consume(CodecBenchmark.parsed(octets)));
    }
}
