package org.posthouse.proxy.chain;

import java.util.Locale;
import java.util.Set;

/** The SASL mechanisms that mail clients name. What is none of them may be a password. */
final class MechanismNames {

    private static final Set<String> NAMES = Set.of(
            "ANONYMOUS",
            "CRAM-MD5",
            "DIGEST-MD5",
            "EXTERNAL",
            "GSS-SPNEGO",
            "GSSAPI",
            "LOGIN",
            "NTLM",
            "OAUTHBEARER",
            "OTP",
            "PLAIN",
            "SCRAM-SHA-1",
            "SCRAM-SHA-1-PLUS",
            "SCRAM-SHA-256",
            "SCRAM-SHA-256-PLUS",
            "SCRAM-SHA-512",
            "SCRAM-SHA-512-PLUS",
            "XOAUTH2");

    private MechanismNames() {}

    static boolean known(String name) {
        return NAMES.contains(name.toUpperCase(Locale.ROOT));
    }
}
