package org.posthouse.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The web console: bundles of its own, which aren't even installed while it is off, on 127.0.0.1 only, for whoever can read the
 * password's file. What keeps it from running never keeps the proxy from running.
 *
 * @param port where it listens
 * @param password the file with the password, which only its owner can read
 */
record WebConsole(int port, Path password) {
    private static final String HOST = "127.0.0.1";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Makes what it needs; empty if it is off or can't run, which the log tells. */
    static Optional<WebConsole> prepare(Options options, Path data, Log log) {
        if (!options.console()) {
            return Optional.empty();
        }
        try {
            free(options.port());
            WebConsole console = new WebConsole(options.port(), password(data, log));
            log.info("console url=http://" + HOST + ":" + console.port()
                    + "/system/console/posthouse user=admin password-file=" + console.password());
            return Optional.of(console);
        } catch (IOException reason) {
            log.warn("console stays off, the proxy runs without it address=" + HOST + ":" + options.port()
                    + " reason=\"" + reason.getMessage() + '"');
            return Optional.empty();
        }
    }

    /** Better one line of ours than what an HTTP server has to say about a taken port. */
    private static void free(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        }
    }

    private static Path password(Path data, Log log) throws IOException {
        Path file = data.resolve("console.password");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(file, random() + "\n");
        }
        // Whoever wrote one by hand may have forgotten it.
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            log.warn("console event=exposed file=" + file
                    + " reason=\"others than its owner could read or write the password: no longer\""
                    + " mend=\"write another password into it\"");
        }
        return file;
    }

    private static String random() {
        byte[] bits = new byte[18];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Settings of the framework. */
    Map<String, String> settings() {
        return Map.of(
                "org.apache.felix.http.host",
                HOST,
                "org.osgi.service.http.port",
                Integer.toString(port),
                // The Web Console doesn't answer before our own provider is there, and has no password that anybody
                // knows.
                "felix.webconsole.security.providers",
                "posthouse",
                "felix.webconsole.password",
                random());
    }

    /** Offers the password's file to the bundle that asks for the password. */
    void offer(BundleContext context) {
        Supplier<Path> file = () -> password;
        context.registerService(
                Supplier.class, file, FrameworkUtil.asDictionary(Map.of("posthouse.console", "password")));
    }
}
