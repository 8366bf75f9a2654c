package org.posthouse.bench.micro;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks, each in a JVM of its own, on one thread. */
public final class Micro {

    private Micro() {}

    /**
     * @param arguments {@code --quick} for rounds of 0.1 s, and names of benchmarks (regular expressions); none: all
     * @return a Markdown table
     */
    public static String run(List<String> arguments, PrintStream progress) throws RunnerException {
        boolean quick = arguments.contains("--quick");
        // One young generation takes several of the largest messages: it is the codec that is measured, not the heap.
        ChainedOptionsBuilder options = new OptionsBuilder()
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .threads(1)
                .warmupIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 100 : 1000))
                .measurementIterations(quick ? 2 : 25)
                // Short rounds: the best of many is what an undisturbed core does, where others share it.
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 150))
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-Xmn1g")
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class);
        boolean all = true;
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                options.include(argument);
                all = false;
            }
        }
        if (all) {
            options.include(Micro.class.getPackageName());
        }
        Collection<RunResult> results = new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL))
                .run();
        return MicroTable.of(results);
    }
}
