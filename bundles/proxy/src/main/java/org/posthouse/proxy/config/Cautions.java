package org.posthouse.proxy.config;

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
        quirks(settings.quirks());
        return warnings;
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
