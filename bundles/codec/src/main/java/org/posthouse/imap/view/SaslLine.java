package org.posthouse.imap.view;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.TokenWriter;

/**
 * One step of a SASL exchange as it is on the wire: base64, or {@code *} by which a client gives up (RFC 9051 §6.2.2).
 * What was decoded is a secret; {@link SaslMessage} reads it.
 *
 * @param data what the base64 encodes; empty for {@code *}
 */
public record SaslLine(Optional<Secret> data) {

    /** {@code *}. */
    public static final SaslLine CANCEL = new SaslLine(Optional.empty());

    public static SaslLine of(Secret data) {
        return new SaslLine(Optional.of(data));
    }

    /** A client's line behind a continuation request, with or without its line end; never Absent. */
    public static Parsed<SaslLine> read(Octets line) {
        Octets content = withoutLineEnd(line);
        if (content.is("*")) {
            return new Parsed.Valid<>(CANCEL, List.of());
        }
        return decoded(content)
                .<Parsed<SaslLine>>map(secret -> new Parsed.Valid<>(of(secret), List.of()))
                .orElseGet(() -> new Parsed.Malformed<>(0, "no base64"));
    }

    /** In a command an empty response is written {@code =}. */
    static Optional<SaslLine> initial(Octets word) {
        return word.is("=")
                ? decoded(Octets.EMPTY).map(SaslLine::of)
                : word.isEmpty() ? Optional.empty() : decoded(word).map(SaslLine::of);
    }

    private static Optional<Secret> decoded(Octets base64) {
        byte[] encoded = base64.toByteArray();
        try {
            return encoded.length % 4 == 0
                    ? Optional.of(kept(Base64.getDecoder().decode(encoded)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static Secret kept(byte[] data) {
        Secret secret = Secret.of(data);
        Arrays.fill(data, (byte) 0);
        return secret;
    }

    static Octets withoutLineEnd(Octets line) {
        int end = line.length();
        end -= end > 0 && line.at(end - 1) == '\n' ? 1 : 0;
        end -= end > 0 && end < line.length() && line.at(end - 1) == '\r' ? 1 : 0;
        return line.slice(0, end);
    }

    public boolean cancels() {
        return data.isEmpty();
    }

    /** The line to send, with its line end. */
    public Octets line() {
        return Octets.of(data.map(SaslLine::encoded).orElse("*") + "\r\n");
    }

    void writeInitial(TokenWriter to) {
        String encoded = data.map(SaslLine::encoded).orElse("");
        to.atom(encoded.isEmpty() ? "=" : encoded);
    }

    private static String encoded(Secret data) {
        return data.reveal(octets -> Base64.getEncoder().encodeToString(octets));
    }
}
