package org.posthouse.imap.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/** The attributes of SCRAM messages (RFC 5802 §5, §7). */
final class Scram {

    private Scram() {}

    /** {@code =2C} for a comma, {@code =3D} for the equals sign; octets as characters. */
    static String escaped(Octets name) {
        return name.latin1().replace("=", "=3D").replace(",", "=2C");
    }

    static Optional<Octets> unescaped(String name) {
        boolean valid = name.replace("=2C", "").replace("=3D", "").indexOf('=') < 0 && name.indexOf('\0') < 0;
        String plain = name.replace("=2C", ",").replace("=3D", "=");
        return valid ? Optional.of(octets(plain)) : Optional.empty();
    }

    static Octets octets(String latin1) {
        return Octets.owning(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Secret secret(String latin1) {
        byte[] octets = latin1.getBytes(StandardCharsets.ISO_8859_1);
        Secret secret = Secret.of(octets);
        Arrays.fill(octets, (byte) 0);
        return secret;
    }

    static SaslLine line(String latin1) {
        return SaslLine.of(secret(latin1));
    }

    static String text(Secret secret) {
        return secret.reveal(octets -> new String(octets, StandardCharsets.ISO_8859_1));
    }

    /** Printable and without a comma. */
    static boolean isNonce(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ',');
    }

    static boolean isBase64(String text) {
        return text.matches("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    }

    /** {@code n}, {@code y}, {@code p=NAME}. */
    static boolean isBinding(String flag) {
        return flag.equals("n") || flag.equals("y") || flag.matches("p=[A-Za-z0-9.-]+");
    }

    /** What the client says first; empty if it isn't that. */
    static Optional<SaslMessage> first(byte[] octets) {
        String[] parts = new String(octets, StandardCharsets.ISO_8859_1).split(",", 5);
        boolean named = parts.length > 3 && (parts[1].isEmpty() || parts[1].startsWith("a="));
        if (!named || !isBinding(parts[0]) || !parts[2].startsWith("n=") || !parts[3].startsWith("r=")) {
            return Optional.empty();
        }
        Optional<Octets> authorization = unescaped(parts[1].isEmpty() ? "" : parts[1].substring(2));
        Optional<Octets> user = unescaped(parts[2].substring(2));
        String nonce = parts[3].substring(2);
        String more = parts.length > 4 ? parts[4] : "";
        boolean fits = authorization.isPresent() && user.isPresent() && isNonce(nonce);
        return fits && (parts.length < 5 || !more.isEmpty())
                ? Optional.of(new ScramFirst(parts[0], authorization.get(), user.get(), nonce, more))
                : Optional.empty();
    }

    /** {@code user SP digest}, what a client answers to CRAM-MD5's challenge; the user may hold spaces. */
    static Optional<SaslMessage> cram(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int space = text.lastIndexOf(' ');
        boolean fits = space > 0 && text.substring(space + 1).matches("[0-9a-f]{32}") && text.indexOf('\0') < 0;
        return fits
                ? Optional.of(new CramMd5(octets(text.substring(0, space)), secret(text.substring(space + 1))))
                : Optional.empty();
    }
}
