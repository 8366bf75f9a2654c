package org.posthouse.imap.view;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/** The octets of SASL messages. */
final class Sasl {

    static final Octets NUL = Octets.of("\0");

    private static final String BEARER = "bearer ";

    private Sasl() {}

    static Optional<SaslMessage> read(String mechanism, Secret data) {
        return switch (mechanism.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> data.reveal(Sasl::plain);
            case "LOGIN" -> data.reveal(Sasl::loginUser);
            case "XOAUTH2" -> data.reveal(Sasl::xoauth2);
            case "OAUTHBEARER" -> data.reveal(Sasl::oauthBearer);
            case "CRAM-MD5" -> data.reveal(Scram::cram);
            default -> mechanism.regionMatches(true, 0, "SCRAM-", 0, 6) ? data.reveal(Scram::first) : Optional.empty();
        };
    }

    private static Optional<SaslMessage> plain(byte[] octets) {
        int first = indexOf(octets, 0, 0);
        int second = first < 0 ? -1 : indexOf(octets, first + 1, 0);
        if (second <= first + 1 || indexOf(octets, second + 1, 0) >= 0) {
            return Optional.empty();
        }
        Secret password = secret(octets, second + 1, octets.length);
        return Optional.of(new SaslMessage.Plain(part(octets, 0, first), part(octets, first + 1, second), password));
    }

    private static Optional<SaslMessage> loginUser(byte[] octets) {
        return Optional.of(new SaslMessage.LoginUser(part(octets, 0, octets.length)));
    }

    private static Optional<SaslMessage> xoauth2(byte[] octets) {
        int user = indexOf(octets, 0, 1);
        int auth = user < 0 ? -1 : indexOf(octets, user + 1, 1);
        boolean whole = auth == octets.length - 2 && octets[auth + 1] == 1;
        if (!whole || !starts(octets, 0, "user=") || !starts(octets, user + 1, "auth=" + BEARER)) {
            return Optional.empty();
        }
        Secret token = secret(octets, user + 6 + BEARER.length(), auth);
        return Optional.of(new SaslMessage.Xoauth2(part(octets, 5, user), token));
    }

    private static Optional<SaslMessage> oauthBearer(byte[] octets) {
        int header = indexOf(octets, 0, 1);
        boolean named = starts(octets, 0, "n,a=");
        if (header < 0 || !named && !starts(octets, 0, "n,,") || header < 4 && named || octets[header - 1] != ',') {
            return Optional.empty();
        }
        Octets user = named ? part(octets, 4, header - 1) : Octets.EMPTY;
        return unescaped(user).flatMap(name -> pairs(octets, header + 1, name));
    }

    /** key=value pairs, each ended by ^A, and one ^A more at the end. */
    private static Optional<SaslMessage> pairs(byte[] octets, int from, Octets user) {
        Optional<String> host = Optional.empty();
        Optional<String> port = Optional.empty();
        Optional<Secret> token = Optional.empty();
        int at = from;
        while (at < octets.length && octets[at] != 1) {
            int end = indexOf(octets, at, 1);
            if (end < 0) {
                return Optional.empty();
            }
            if (starts(octets, at, "host=")) {
                host = part(octets, at + 5, end).utf8();
            } else if (starts(octets, at, "port=")) {
                port = part(octets, at + 5, end).utf8().filter(value -> value.matches("\\d{1,5}"));
            } else if (starts(octets, at, "auth=" + BEARER)) {
                token = Optional.of(secret(octets, at + 5 + BEARER.length(), end));
            }
            at = end + 1;
        }
        boolean whole = at == octets.length - 1;
        Optional<String> named = host;
        Optional<String> ported = port;
        return token.filter(there -> whole).map(there -> new SaslMessage.OauthBearer(user, named, ported, there));
    }

    static SaslLine bearer(SaslMessage.OauthBearer message) {
        String head = message.user().isEmpty() ? "n,," : "n,a=";
        String user = message.user().latin1().replace("=", "=3D").replace(",", "=2C");
        String pairs = (message.user().isEmpty() ? "\1" : ",\1")
                + message.host().map(host -> "host=" + host + "\1").orElse("")
                + message.port().map(port -> "port=" + port + "\1").orElse("")
                + "auth=Bearer ";
        Octets name = Octets.owning(user.getBytes(StandardCharsets.ISO_8859_1));
        return joined(Octets.of(head), name, Octets.of(pairs), Octets.of("\1\1"), message.token());
    }

    /** The saslname of RFC 5801: {@code =2C} is a comma, {@code =3D} the equals sign. */
    private static Optional<Octets> unescaped(Octets name) {
        String text = name.latin1();
        String plain = text.replace("=2C", ",").replace("=3D", "=");
        boolean valid = text.replace("=2C", "").replace("=3D", "").indexOf('=') < 0 && text.indexOf(',') < 0;
        return valid ? Optional.of(Octets.owning(plain.getBytes(StandardCharsets.ISO_8859_1))) : Optional.empty();
    }

    static Octets noSeparator(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) <= 1) {
                throw new IllegalArgumentException("a separator in the message");
            }
        }
        return octets;
    }

    /** a, b, c, the secret, d; for PLAIN the last is the third separator's place. */
    static SaslLine joined(Octets a, Octets b, Octets c, Octets d, Secret secret) {
        boolean plain = d.equals(NUL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(a.toByteArray());
        out.writeBytes(b.toByteArray());
        out.writeBytes(c.toByteArray());
        out.writeBytes(plain ? d.toByteArray() : new byte[0]);
        secret.reveal(octets -> {
            out.writeBytes(octets);
            return octets.length;
        });
        out.writeBytes(plain ? new byte[0] : d.toByteArray());
        byte[] whole = out.toByteArray();
        SaslLine line = SaslLine.of(Secret.of(whole));
        Arrays.fill(whole, (byte) 0);
        return line;
    }

    private static int indexOf(byte[] octets, int from, int what) {
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == what) {
                return i;
            }
        }
        return -1;
    }

    private static boolean starts(byte[] octets, int from, String text) {
        return from + text.length() <= octets.length
                && part(octets, from, from + text.length()).is(text);
    }

    /** A copy: the array is overwritten when it has been read. */
    private static Octets part(byte[] octets, int from, int to) {
        return Octets.owning(Arrays.copyOfRange(octets, from, to));
    }

    private static Secret secret(byte[] octets, int from, int to) {
        return Secret.of(Arrays.copyOfRange(octets, from, to));
    }
}
