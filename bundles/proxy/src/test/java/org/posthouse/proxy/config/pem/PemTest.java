package org.posthouse.proxy.config.pem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PemTest {

    @TempDir
    static Path folder;

    private static Pki pki;

    @BeforeAll
    static void makeKeys() {
        pki = Pki.in(folder).server("server", "DNS:localhost").server("other", "DNS:localhost");
        pki.openssl("genrsa -out rsa-pkcs8.pem 2048");
        pki.openssl("rsa -in rsa-pkcs8.pem -traditional -out rsa-pkcs1.pem");
        pki.openssl("pkcs8 -topk8 -in rsa-pkcs8.pem -passout pass:secret -out encrypted-pkcs8.pem");
        pki.openssl("rsa -in rsa-pkcs8.pem -traditional -aes128 -passout pass:secret -out encrypted-pkcs1.pem");
        pki.openssl("ecparam -name prime256v1 -genkey -out ec-with-parameters.pem");
        pki.openssl("ec -in ec-with-parameters.pem -out ec-sec1.pem");
        pki.openssl("ecparam -name secp384r1 -genkey -noout -out ec-p384.pem");
        pki.openssl("pkcs8 -topk8 -nocrypt -in ec-sec1.pem -out ec-pkcs8.pem");
        pki.openssl("genpkey -algorithm ed25519 -out ed25519.pem");
        pki.openssl("genpkey -algorithm x25519 -out x25519.pem");
        pki.write("text.pem", "no PEM at all\n");
        pki.write("damaged.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        pki.write("not-base64.pem", "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n");
        pki.write("truncated-ec.pem", "-----BEGIN EC PRIVATE KEY-----\nMIGk\n-----END EC PRIVATE KEY-----\n");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-pkcs8.pem, RSA",
        "rsa-pkcs1.pem, RSA",
        "ec-pkcs8.pem, EC",
        "ec-sec1.pem, EC",
        "ec-with-parameters.pem, EC",
        "ec-p384.pem, EC",
        "ed25519.pem, EdDSA"
    })
    void shouldReadKeyWhenItIsNotEncrypted(String file, String algorithm) throws PemFault {
        assertEquals(algorithm, PrivateKeys.read(pki.file(file)).getAlgorithm());
    }

    @Test
    void shouldReadTheSameKeyWhenItIsWrittenInAnotherForm() throws PemFault {
        assertEquals(PrivateKeys.read(pki.file("rsa-pkcs8.pem")), PrivateKeys.read(pki.file("rsa-pkcs1.pem")));
        assertEquals(secret("ec-pkcs8.pem"), secret("ec-sec1.pem"));
        assertEquals(secret("ec-pkcs8.pem"), secret("ec-with-parameters.pem"));
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted-pkcs8.pem, is encrypted",
        "encrypted-pkcs1.pem, is encrypted",
        "ca.pem, holds no PRIVATE KEY",
        "text.pem, holds no PEM block",
        "damaged.pem, damaged",
        "not-base64.pem, not base64",
        "truncated-ec.pem, damaged",
        "x25519.pem, not supported",
        "missing.pem, does not exist",
        ".., is a folder"
    })
    void shouldSayWhatIsWrongWhenKeyCannotBeRead(String file, String reason) {
        PemFault fault = assertThrows(PemFault.class, () -> PrivateKeys.read(pki.file(file)));
        assertTrue(fault.reason().contains(reason), fault.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-pkcs8.pem", "text.pem", "missing.pem"})
    void shouldSayWhatIsWrongWhenCertificateCannotBeRead(String file) {
        assertThrows(PemFault.class, () -> Certificates.read(pki.file(file)));
    }

    @Test
    void shouldReadWholeChainWhenFileHoldsSeveralCertificates() throws Exception {
        Path chain = pki.write("chain.pem", "comment\n" + text("server.pem") + text("ca.pem"));

        KeyMaterial material = KeyMaterial.read(chain, pki.file("server-key.pem"));

        assertEquals(2, material.chain().size());
        assertFalse(material.toString().contains("key="), material.toString());
    }

    @Test
    void shouldReadBothWhenCertificateAndKeyShareOneFile() throws Exception {
        Path both = pki.write("both.pem", text("server-key.pem") + text("server.pem"));

        assertEquals(1, KeyMaterial.read(both, both).chain().size());
    }

    @Test
    void shouldRefuseWhenKeyBelongsToAnotherCertificate() {
        PemFault fault =
                assertThrows(PemFault.class, () -> KeyMaterial.read(pki.file("server.pem"), pki.file("other-key.pem")));
        assertTrue(fault.reason().endsWith("other-key.pem does not belong to the certificate"), fault.reason());
    }

    @Test
    void shouldNameTheOrderWhenChainBeginsWithTheAuthority() throws Exception {
        Path wrong = pki.write("wrong-order.pem", text("ca.pem") + text("server.pem"));

        PemFault fault = assertThrows(PemFault.class, () -> KeyMaterial.read(wrong, pki.file("server-key.pem")));

        assertTrue(fault.reason().contains("must come first"), fault.reason());
    }

    private static BigInteger secret(String file) throws PemFault {
        return ((ECPrivateKey) PrivateKeys.read(pki.file(file))).getS();
    }

    private static String text(String file) throws Exception {
        return Files.readString(pki.file(file));
    }
}
