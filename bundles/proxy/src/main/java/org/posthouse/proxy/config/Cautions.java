package org.posthouse.proxy.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** What is right as written, and yet should be said at each start. */
final class Cautions {

    private final ListenerSettings settings;
    private final List<Warning> warnings = new ArrayList<>();

    Cautions(ListenerSettings settings) {
        this.settings = settings;
    }

    List<Warning> warnings() {
        if (settings.tls() == ClientTls.OFF && !settings.listen().loopback()) {
            add("tls", "clients send passwords and mail in the clear to " + settings.listen());
        }
        if (settings.upstreamTls() == ServerTls.OFF && !settings.upstream().loopback()) {
            add("upstream.tls", "passwords and mail travel in the clear to " + settings.upstream());
        }
        if (settings.trust().match(() -> false, pem -> false, () -> true)) {
            add(
                    "upstream.trust",
                    "the certificate of " + settings.upstream() + " is not verified: anybody can pose as it");
        }
        settings.key().filter(key -> settings.tls() != ClientTls.OFF).ifPresent(this::secret);
        repeated();
        quirks(settings.quirks());
        return warnings;
    }

    private void secret(Path key) {
        if (readableByAll(key)) {
            add("key", key + " can be read by every user of this machine (chmod o= takes that away)");
        }
    }

    private static boolean readableByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException noModes) {
            return false;
        }
    }

    /** Of a configuration that didn't come from a file nothing is known: the container hands over one value per key. */
    private void repeated() {
        try {
            new ConfigurationFile(Path.of(settings.source()))
                    .repeated()
                    .forEach(key -> add(key, "is written more than once: the last one counts"));
        } catch (IOException | InvalidPathException noFile) {
            // Somebody else's fault, if it is one.
        }
    }

    private void quirks(Quirks quirks) {
        if (quirks.unknownLiterals()) {
            add("unknown-literals", "literals of unknown commands pass: unsafe beside an interceptor that guards");
        }
        if (quirks.lenientHeads()) {
            add("lenient-heads", "malformed commands pass: unsafe beside an interceptor that guards");
        }
        if (quirks.bareScram()) {
            add("scram", "clients that can bind to TLS will fail to log in with SCRAM");
        }
    }

    private void add(String key, String reason) {
        warnings.add(new Warning(settings.source(), key, reason));
    }
}
