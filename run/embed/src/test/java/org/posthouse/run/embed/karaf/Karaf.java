package org.posthouse.run.embed.karaf;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A Karaf of its own folder, started by Pax Exam as a process and driven by files. Resolves from the local Maven repository only. */
final class Karaf implements AutoCloseable {

    private static final String MVN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String MANAGEMENT = "etc/org.apache.karaf.management.cfg";

    private final TestContainer container;
    private final ExamSystem system;
    private final Path home;

    private Karaf(TestContainer container, ExamSystem system, Path home) {
        this.container = container;
        this.system = system;
        this.home = home;
    }

    static Karaf start(Path folder) throws IOException {
        ExamSystem system = PaxExamRuntime.createTestSystem(options(folder));
        TestContainer container = PaxExamRuntime.createContainer(system);
        container.start();
        try (Stream<Path> unpacked = Files.list(folder)) {
            Path home = unpacked.filter(f -> Files.isDirectory(f.resolve("deploy")))
                    .findFirst()
                    .orElseThrow();
            return new Karaf(container, system, home);
        }
    }

    private static Option[] options(Path folder) throws IOException {
        String repository = System.getProperty("maven.repository");
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(
                            Path.of(System.getProperty("karaf.archive")).toUri().toString())
                    .name("Apache Karaf")
                    .karafVersion(System.getProperty("karaf.version"))
                    .unpackDirectory(folder.toFile()),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            editConfigurationFilePut(
                    MVN,
                    "org.ops4j.pax.url.mvn.localRepository",
                    folder.resolve("repository").toString()),
            editConfigurationFilePut(
                    MVN,
                    "org.ops4j.pax.url.mvn.repositories",
                    Path.of(repository).toUri() + "@id=local"),
            editConfigurationFilePut(MANAGEMENT, "rmiRegistryPort", Integer.toString(free())),
            editConfigurationFilePut(MANAGEMENT, "rmiServerPort", Integer.toString(free())),
            editConfigurationFilePut(MANAGEMENT, "rmiRegistryHost", "127.0.0.1"),
            editConfigurationFilePut(MANAGEMENT, "rmiServerHost", "127.0.0.1")
        };
    }

    Path deploy() {
        return home.resolve("deploy");
    }

    Path etc() {
        return home.resolve("etc");
    }

    int freePort() throws IOException {
        return free();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean accepts(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    /** Names of its threads that begin like that, by the JDK's own tool. */
    List<String> threads(String prefix) throws IOException {
        long process = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(home.toString()))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
        Process dump = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!text.contains("\"main\"")) {
            throw new IOException("no thread dump: " + text);
        }
        return text.lines().filter(line -> line.startsWith("\"" + prefix)).toList();
    }

    @Override
    public void close() {
        container.stop();
        system.clear();
    }
}
