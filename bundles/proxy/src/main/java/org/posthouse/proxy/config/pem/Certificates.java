package org.posthouse.proxy.config.pem;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads the certificates of a PEM file. */
public final class Certificates {

    private Certificates() {}

    /**
     * All certificates of a file in their order, one at least. Blocks.
     *
     * @throws PemFault if the file can't be read, holds no certificate or a damaged one
     */
    public static List<X509Certificate> read(Path file) throws PemFault {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlocks.Block block : PemBlocks.read(file)) {
            if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
                chain.add(certificate(block.der(), chain.size() + 1));
            }
        }
        if (chain.isEmpty()) {
            throw new PemFault("holds no CERTIFICATE block");
        }
        return List.copyOf(chain);
    }

    private static X509Certificate certificate(byte[] der, int position) throws PemFault {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException damaged) {
            throw new PemFault("certificate " + position + " in it is damaged", damaged);
        }
    }
}
