package org.posthouse.parse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code posthouse parse}: reads messages, says what the codec makes of them. */
public final class ParseTool {

    private ParseTool() {}

    /**
     * Reads until the input ends and writes what was found.
     *
     * @param arguments those behind {@code parse}
     * @return what is wrong with the arguments; empty if all was read
     * @throws IOException if the input can't be read or nobody reads the output any more
     */
    public static Optional<String> run(List<String> arguments, InputStream in, OutputStream out) throws IOException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.write((Options.USAGE + "\n").getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        }
        Optional<Options> options = Options.of(arguments);
        if (options.isEmpty()) {
            return Optional.of(Options.USAGE);
        }
        OutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
        run(options.get(), in, buffered);
        buffered.flush();
        return Optional.empty();
    }

    private static void run(Options options, InputStream in, OutputStream out) throws IOException {
        Judge judge = new Judge(options.strict().orElse(options.batch()));
        if (options.batch()) {
            new Batch(judge).run(in, out);
            return;
        }
        Report report =
                options.json() ? Report.json(out) : Report.text(new PrintStream(out, false, StandardCharsets.UTF_8));
        new Trace(judge, options.from(), report).run(in);
    }
}
