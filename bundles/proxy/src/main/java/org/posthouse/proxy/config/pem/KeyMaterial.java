package org.posthouse.proxy.config.pem;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A server's certificate chain and the key that belongs to it. Never prints the key.
 *
 * @param chain the server's own certificate first
 * @param key its private key
 */
public record KeyMaterial(List<X509Certificate> chain, PrivateKey key) {

    private static final byte[] PROBE = {1, 2, 3, 4};

    public KeyMaterial {
        chain = List.copyOf(chain);
    }

    /**
     * Joins a chain and a key after trying that they fit.
     *
     * @throws PemFault if the key belongs to another certificate
     */
    public static KeyMaterial of(List<X509Certificate> chain, PrivateKey key) throws PemFault {
        if (fits(chain.get(0).getPublicKey(), key)) {
            return new KeyMaterial(chain, key);
        }
        boolean later = chain.stream().skip(1).anyMatch(c -> fits(c.getPublicKey(), key));
        throw new PemFault(
                later
                        ? "does not belong to the first certificate; the server's own certificate must come first in the chain"
                        : "does not belong to the certificate");
    }

    /** Reads both files and joins them; a fault names the file. Blocks. */
    public static KeyMaterial read(Path certificate, Path key) throws PemFault {
        Path file = certificate;
        try {
            List<X509Certificate> chain = Certificates.read(certificate);
            file = key;
            return of(chain, PrivateKeys.read(key));
        } catch (PemFault fault) {
            throw new PemFault(file + " " + fault.reason(), fault);
        }
    }

    /** Signs with one and verifies with the other: the one test that holds for every kind of key. */
    private static boolean fits(PublicKey published, PrivateKey secret) {
        try {
            Signature signature = Signature.getInstance(algorithm(secret));
            signature.initSign(secret);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(published);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    @Override
    public String toString() {
        return "KeyMaterial[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
