package org.posthouse.imap.view;

import java.util.Arrays;
import java.util.Optional;
import org.posthouse.imap.Secret;
import org.posthouse.imap.token.Octets;

/** The messages of SCRAM behind the first (RFC 5802 §7); which one is due, the exchange tells. */
public sealed interface ScramMessage {

    /** What the server answers to the first message. */
    record ServerFirst(String nonce, Secret salt, long iterations) implements ScramMessage {
        public ServerFirst {
            if (!Scram.isNonce(nonce) || !Scram.isBase64(Scram.text(salt)) || iterations < 1) {
                throw new IllegalArgumentException("no nonce, salt or count");
            }
        }

        @Override
        public SaslLine line() {
            return Scram.line("r=" + nonce + ",s=" + Scram.text(salt) + ",i=" + iterations);
        }
    }

    /** The client's proof; the binding is its first message's header, in base64. */
    record ClientFinal(Secret binding, String nonce, Secret proof) implements ScramMessage {
        public ClientFinal {
            boolean fits = Scram.isBase64(Scram.text(binding)) && Scram.isBase64(Scram.text(proof));
            if (!fits || !Scram.isNonce(nonce)) {
                throw new IllegalArgumentException("no binding, nonce or proof");
            }
        }

        @Override
        public SaslLine line() {
            return Scram.line("c=" + Scram.text(binding) + ",r=" + nonce + ",p=" + Scram.text(proof));
        }
    }

    /** The server's proof. */
    record ServerFinal(Secret verifier) implements ScramMessage {
        public ServerFinal {
            if (!Scram.isBase64(Scram.text(verifier))) {
                throw new IllegalArgumentException("no verifier");
            }
        }

        @Override
        public SaslLine line() {
            return Scram.line("v=" + Scram.text(verifier));
        }
    }

    /** Why the server refuses: {@code invalid-proof} and others. */
    record ServerError(String error) implements ScramMessage {
        public ServerError {
            if (!Scram.isNonce(error)) {
                throw new IllegalArgumentException("no error");
            }
        }

        @Override
        public SaslLine line() {
            return Scram.line("e=" + error);
        }
    }

    /** The line that says this. */
    SaslLine line();

    /** Empty if it is none of these; extensions are understood in none of them. */
    static Optional<ScramMessage> read(SaslLine line) {
        return line.data().map(Scram::text).flatMap(ScramMessage::read);
    }

    private static Optional<ScramMessage> read(String text) {
        String[] parts = text.split(",", -1);
        String kinds = Arrays.stream(parts)
                .map(part -> part.length() > 2 && part.charAt(1) == '=' ? part.substring(0, 1) : "?")
                .reduce("", String::concat);
        try {
            return switch (kinds) {
                case "rsi" ->
                    Octets.of(parts[2].substring(2)).number().stream()
                            .mapToObj(count -> (ScramMessage)
                                    new ServerFirst(value(parts[0]), Scram.secret(value(parts[1])), count))
                            .findFirst();
                case "crp" ->
                    Optional.of(new ClientFinal(
                            Scram.secret(value(parts[0])), value(parts[1]), Scram.secret(value(parts[2]))));
                case "v" -> Optional.of(new ServerFinal(Scram.secret(value(parts[0]))));
                case "e" -> Optional.of(new ServerError(value(parts[0])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String value(String part) {
        return part.substring(2);
    }
}
