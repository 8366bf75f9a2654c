package org.posthouse.parse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code posthouse parse}: reads messages, says what the codec makes of them. */
public final class ParseTool {

    private ParseTool() {}

    /**
     * Reads until the input ends, or until nobody reads the output any more, and writes what was found.
     *
     * @param arguments those behind {@code parse}
     * @return what is wrong with the arguments, one line; empty if all was read
     * @throws IOException if the input can't be read or the output can't be written; the message is for people
     */
    public static Optional<String> run(List<String> arguments, InputStream in, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(Streams.output(out), 64 * 1024);
        try {
            if (arguments.contains("--help") || arguments.contains("-h")) {
                buffered.write(Options.HELP.getBytes(StandardCharsets.UTF_8));
            } else {
                run(Options.of(arguments), Streams.input(in), buffered);
            }
            buffered.flush();
            return Optional.empty();
        } catch (Options.Misused misused) {
            return Optional.ofNullable(misused.getMessage());
        } catch (Streams.Enough enough) {
            return Optional.empty();
        }
    }

    private static void run(Options options, InputStream in, OutputStream out) throws IOException {
        Judge judge = new Judge(options.strict().orElse(options.batch()));
        if (options.batch()) {
            new Batch(judge, options.json()).run(in, out);
            return;
        }
        Report report = options.json() ? Report.json(out) : Report.text(out);
        new Trace(judge, options.from(), report).run(in);
    }
}
