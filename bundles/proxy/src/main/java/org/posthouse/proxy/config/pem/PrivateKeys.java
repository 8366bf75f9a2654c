package org.posthouse.proxy.config.pem;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** Reads the one private key of a PEM file: PKCS#8, PKCS#1 (RSA) or SEC 1 (EC). */
public final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    // AlgorithmIdentifier { rsaEncryption, NULL } and the OID id-ecPublicKey.
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};
    private static final byte[] VERSION = {Der.INTEGER, 1, 0};
    private static final int CURVE = 0xa0;

    private PrivateKeys() {}

    /**
     * The first private key of a file. Blocks.
     *
     * @throws PemFault if the file can't be read, holds no key, an encrypted one or one that the JDK doesn't know
     */
    public static PrivateKey read(Path file) throws PemFault {
        List<PemBlocks.Block> blocks = PemBlocks.read(file);
        for (PemBlocks.Block block : blocks) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return key(pkcs8(block, blocks));
            }
        }
        throw new PemFault("holds no PRIVATE KEY block");
    }

    private static byte[] pkcs8(PemBlocks.Block block, List<PemBlocks.Block> all) throws PemFault {
        if (block.encrypted() || block.label().startsWith("ENCRYPTED")) {
            throw new PemFault("its key is encrypted; write it without a passphrase (openssl pkey -in OLD -out NEW)");
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> block.der();
            case "RSA PRIVATE KEY" -> wrap(RSA, block.der());
            case "EC PRIVATE KEY" -> wrap(Der.element(Der.SEQUENCE, EC, curve(block.der(), all)), block.der());
            default -> throw new PemFault("its " + block.label() + " is of a kind that is not supported");
        };
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return Der.element(Der.SEQUENCE, VERSION, algorithm, Der.element(Der.OCTETS, key));
    }

    /** SEC 1 names the curve inside the key; where it doesn't, openssl wrote it as a block of its own. */
    private static byte[] curve(byte[] sec1, List<PemBlocks.Block> all) throws PemFault {
        DerCursor cursor = DerCursor.inside(sec1);
        while (cursor.more()) {
            if (cursor.tag() == CURVE) {
                return cursor.body();
            }
            cursor.skip();
        }
        Optional<byte[]> parameters = all.stream()
                .filter(b -> b.label().equals("EC PARAMETERS"))
                .map(PemBlocks.Block::der)
                .findFirst();
        return parameters.orElseThrow(() -> new PemFault("its EC key names no curve"));
    }

    private static PrivateKey key(byte[] pkcs8) throws PemFault {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException | NoSuchAlgorithmException other) {
                // The key says itself what it is, but only to the factory of that kind: ask the next.
                continue;
            }
        }
        throw new PemFault("its key is damaged or of a kind that is not supported (RSA, EC and Ed25519 are)");
    }
}
