package org.posthouse.proxy.session;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Which SASL mechanisms can't pass a proxy that ends TLS ({@code protocol.md} §1). */
final class Mechanisms {

    /**
     * They may put a security layer on the stream after the OK, which nobody could frame any more; EXTERNAL would log in
     * with the proxy's own certificate.
     */
    private static final Set<String> NEVER =
            Set.of("GSSAPI", "GSS-SPNEGO", "DIGEST-MD5", "NTLM", "EXTERNAL", "KERBEROS_V4", "KERBEROS_V5");

    private Mechanisms() {}

    /** Stripped and refused whatever the server says. */
    static boolean neverThrough(String mechanism) {
        String name = mechanism.toUpperCase(Locale.ROOT);
        return NEVER.contains(name) || name.startsWith("GS2-") || name.startsWith("SRP");
    }

    static boolean scram(String mechanism) {
        return mechanism.toUpperCase(Locale.ROOT).startsWith("SCRAM-");
    }

    /**
     * The channel-binding flag with which a client's first SCRAM message begins (RFC 5802 §7): {@code p}, {@code y},
     * {@code n}, or {@code ?} if it is none.
     */
    static char bindingFlag(String base64) {
        try {
            // Four characters make three octets: the flag and what stands behind it.
            byte[] first = Base64.getDecoder().decode(base64.length() < 4 ? "" : base64.substring(0, 4));
            return first.length > 1 && (first[1] == ',' || first[1] == '=') ? (char) first[0] : '?';
        } catch (IllegalArgumentException notBase64) {
            return '?';
        }
    }
}
