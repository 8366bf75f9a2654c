package org.posthouse.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.posthouse.parse.ParseTool;
import org.posthouse.proxy.config.CheckReport;
import org.posthouse.proxy.config.ConfigurationCheck;

/** Carries out what the command line asks for. */
final class Commands implements Command.Cases<ExitCode> {
    private final Console console;
    private final PrintStream out;

    Commands(Console console, PrintStream out) {
        this.console = console;
        this.out = out;
    }

    @Override
    public ExitCode run(Folders folders) throws Refusal {
        LogFormat format = LogFormat.parse(
                Optional.ofNullable(System.getenv(LogFormat.VARIABLE)).orElse(""));
        return new Serving(folders, console, format, new Log(out, format)).untilStopped();
    }

    @Override
    public ExitCode check(Folders folders) {
        boolean plugins = accepted(folders::readPlugins);
        boolean options = accepted(() -> Options.read(folders.conf()));
        boolean listeners = ConfigurationCheck.run(folders.conf(), out) == CheckReport.OK;
        return plugins && options && listeners ? ExitCode.OK : ExitCode.CONFIGURATION;
    }

    private interface Look {
        void look() throws Refusal;
    }

    private boolean accepted(Look at) {
        try {
            at.look();
            return true;
        } catch (Refusal refusal) {
            out.println(refusal.getMessage());
            return false;
        }
    }

    @Override
    public ExitCode ctl(Folders folders, List<String> words) throws Refusal {
        String request = words.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ", "ctl ", ""));
        return new ControlClient(folders.data()).ask(request, out);
    }

    @Override
    public ExitCode status(Folders folders, boolean json) throws Refusal {
        try {
            return new ControlClient(folders.data()).ask(json ? "status --json" : "status", out);
        } catch (Refusal refusal) {
            if (json) {
                // Who reads JSON reads it in this case, too.
                out.println("{\"ready\":false,\"reasons\":[{\"kind\":\"unreachable\",\"subject\":\"\",\"blocks\":true,"
                        + "\"reason\":\"the instance can't be asked\",\"mend\":\"\"}],\"listeners\":[],\"jars\":[]}");
            }
            throw refusal;
        }
    }

    @Override
    public ExitCode parse(List<String> arguments) throws Refusal {
        // Not the console's stream: that one drops what nobody reads, and here somebody waits for every line.
        try (OutputStream direct = new FileOutputStream(FileDescriptor.out)) {
            Optional<String> misused = ParseTool.run(arguments, System.in, direct);
            if (misused.isPresent()) {
                throw new Refusal(ExitCode.USAGE, "parse: " + misused.get() + " (try: posthouse parse --help)");
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Refusal(ExitCode.INPUT_OUTPUT, "parse: " + e.getMessage());
        }
    }

    @Override
    public ExitCode version() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
        out.println(
                "posthouse " + version + " (Java " + Runtime.version() + ", " + System.getProperty("os.arch") + ")");
        return ExitCode.OK;
    }

    @Override
    public ExitCode help() {
        out.print(CommandLine.HELP);
        return ExitCode.OK;
    }
}
