package org.posthouse.proxy.config;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.posthouse.proxy.config.pem.Certificates;
import org.posthouse.proxy.config.pem.KeyMaterial;
import org.posthouse.proxy.config.pem.PemFault;
import org.posthouse.proxy.config.pem.PrivateKeys;

/** Tries the files that a configuration names, so that a listener never opens with a certificate it can't show. */
final class NamedFiles {

    /** Reads one file. */
    private interface Read<T> {
        T from(Path file) throws PemFault;
    }

    private NamedFiles() {}

    static void check(Keys keys, Optional<Path> certificate, Optional<Path> key) {
        Optional<List<X509Certificate>> chain =
                certificate.flatMap(f -> read(keys, "certificate", f, Certificates::read));
        Optional<PrivateKey> secret = key.flatMap(f -> read(keys, "key", f, PrivateKeys::read));
        if (chain.isPresent() && secret.isPresent()) {
            read(keys, "key", key.orElseThrow(), file -> KeyMaterial.of(chain.get(), secret.get()));
        }
    }

    static void check(Keys keys, Trust trust) {
        trust.match(
                () -> Optional.empty(),
                pem -> read(keys, "upstream.trust", pem, Certificates::read),
                () -> Optional.empty());
    }

    private static <T> Optional<T> read(Keys keys, String key, Path file, Read<T> read) {
        try {
            return Optional.of(read.from(file));
        } catch (PemFault fault) {
            keys.fault(key, file + " " + fault.reason());
            return Optional.empty();
        }
    }
}
