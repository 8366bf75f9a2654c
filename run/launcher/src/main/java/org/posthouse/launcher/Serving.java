package org.posthouse.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.framework.FrameworkFactory;
import org.posthouse.proxy.config.CheckReport;
import org.posthouse.proxy.config.ConfigurationCheck;

/** One run of the proxy: from the first look at the configuration to the exit code. Used once, by the main thread. */
final class Serving {
    /** The proxy drains at most 10 s; whoever needs longer than twice that is stuck. */
    private static final Duration STOP_BOUND = Duration.ofSeconds(20);

    private static final Duration LAST_LINES = Duration.ofMillis(200);
    private static final Duration FOR_EVER = Duration.ZERO;
    private final Folders folders;
    private final Console console;
    private final LogFormat format;
    private final Log log;
    private final AtomicReference<ExitCode> verdict = new AtomicReference<>(ExitCode.OK);

    Serving(Folders folders, Console console, LogFormat format, Log log) {
        this.folders = folders;
        this.console = console;
        this.format = format;
        this.log = log;
    }

    ExitCode untilStopped() throws Refusal {
        LogLevels levels = LogLevels.parse(
                Optional.ofNullable(System.getenv(LogLevels.VARIABLE)).orElse(""));
        int usable = usable();
        folders.readPlugins();
        Options options = Options.read(folders.conf());
        try (DataFolder data = DataFolder.take(folders.data())) {
            System.setProperty("posthouse.log.fields", Boolean.toString(format == LogFormat.JSON));
            System.setProperty(
                    "logback.configurationFile",
                    data.write("logback.xml", levels.logbackXml(format)).toString());
            return serve(data, usable, WebConsole.prepare(options, data.folder(), log));
        } catch (IOException lockLost) {
            log.warn("data folder lock: " + lockLost);
            return ExitCode.OK;
        }
    }

    /** How many listeners can be tried. A faulty one among them is named by the proxy when it reads its file. */
    private int usable() throws Refusal {
        CheckReport report = ConfigurationCheck.check(folders.conf());
        long valid =
                report.listeners().stream().filter(CheckReport.Checked::valid).count();
        if (valid == 0) {
            String first = folders.conf() + ": no usable listener (examples are in conf/examples)\n";
            throw new Refusal(ExitCode.CONFIGURATION, first + String.join("\n", report.lines()));
        }
        return Math.toIntExact(valid);
    }

    private ExitCode serve(DataFolder data, int usable, Optional<WebConsole> web) throws Refusal {
        FrameworkLog frameworkLog = new FrameworkLog(log);
        frameworkLog.takeOverJavaLogging();
        Map<String, Object> settings = FrameworkProperties.of(folders, data, frameworkLog.forFramework());
        web.ifPresent(on -> settings.putAll(on.settings()));
        log.info("starting home=" + folders.home() + " conf=" + folders.conf() + " plugins=" + folders.plugins()
                + " data=" + folders.data());
        Container container = Container.create(new FrameworkFactory(), settings, log);
        StartLevels levels = StartLevels.read(folders.startLevels());
        container.install(folders.bundles(), levels);
        if (web.isPresent()) {
            container.install(folders.consoleBundles(), levels);
            web.get().offer(container.context());
        }
        new Signals(() -> stop(container), this::endAtOnce, System::nanoTime, log).install();
        new ListenerWatch(usable, code -> giveUp(container, code)).open(container.context());
        try (AutoCloseable control = control(container, data)) {
            container.start(folders.conf());
            return await(container);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception unclosed) {
            log.warn("control socket: " + unclosed);
            return verdict.get();
        }
    }

    /** Whoever can't be asked can still serve. */
    private AutoCloseable control(Container container, DataFolder data) {
        try {
            return ControlSocket.open(data.folder(), new ControlServices(container.context()));
        } catch (IOException | UnsupportedOperationException failure) {
            log.warn("no control socket, status won't answer path=" + ControlSocket.in(data.folder()) + " reason=\""
                    + failure.getMessage() + '"');
            return () -> {};
        }
    }

    private void giveUp(Container container, ExitCode code) {
        verdict.set(code);
        log.error("container", "no listener could open its port, ending", Optional.empty());
        stop(container);
    }

    /** Begins the stop and bounds it: a plugin whose stop hangs must not keep the process for ever. */
    private void stop(Container container) {
        Thread bound = new Thread(() -> endWhenStuck(container), "posthouse-stop-bound");
        bound.setDaemon(true);
        bound.start();
        container.stop();
    }

    private void endWhenStuck(Container container) {
        try {
            if (!container.awaitStop(STOP_BOUND)) {
                log.error(
                        "container",
                        "not stopped in time, ending bound=" + STOP_BOUND.toSeconds() + "s",
                        Optional.empty());
                console.drain(Duration.ofSeconds(1));
                Runtime.getRuntime().halt(ExitCode.SOFTWARE.number());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void endAtOnce() {
        console.drain(LAST_LINES);
        // No hooks: one of them may be what hangs.
        Runtime.getRuntime().halt(ExitCode.TERMINATED.number());
    }

    private ExitCode await(Container container) {
        try {
            container.awaitStop(FOR_EVER);
            return verdict.get();
        } catch (InterruptedException interrupted) {
            return ExitCode.SOFTWARE;
        }
    }
}
