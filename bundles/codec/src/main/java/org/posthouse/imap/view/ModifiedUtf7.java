package org.posthouse.imap.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The encoding of mailbox names before UTF-8 (RFC 3501 §5.1.3). */
final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    static String encode(String name) {
        StringBuilder out = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            if (plain(c)) {
                out.append(c == '&' ? "&-" : String.valueOf(c));
                at++;
            } else {
                int from = at;
                while (at < name.length() && !plain(name.charAt(at))) {
                    at++;
                }
                out.append('&').append(shifted(name.substring(from, at))).append('-');
            }
        }
        return out.toString();
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7F;
    }

    private static String shifted(String run) {
        byte[] utf16 = run.getBytes(StandardCharsets.UTF_16BE);
        return Base64.getEncoder().withoutPadding().encodeToString(utf16).replace('/', ',');
    }

    /** The name, empty if this is no modified UTF-7; what isn't its only spelling is read all the same. */
    static Optional<String> decode(String wire) {
        StringBuilder out = new StringBuilder(wire.length());
        int at = 0;
        while (at < wire.length()) {
            char c = wire.charAt(at++);
            if (c != '&') {
                if (c >= 0x7F) {
                    return Optional.empty();
                }
                out.append(c);
                continue;
            }
            int dash = wire.indexOf('-', at);
            Optional<String> run = dash < 0 ? Optional.empty() : unshifted(wire.substring(at, dash));
            if (run.isEmpty()) {
                return Optional.empty();
            }
            out.append(run.get());
            at = dash + 1;
        }
        return Optional.of(out.toString());
    }

    private static Optional<String> unshifted(String run) {
        if (run.isEmpty()) {
            return Optional.of("&");
        }
        if (run.indexOf('/') >= 0) {
            return Optional.empty();
        }
        try {
            byte[] utf16 = Base64.getDecoder().decode(run.replace(',', '/'));
            String text = new String(utf16, StandardCharsets.UTF_16BE);
            return utf16.length % 2 == 0 && MailboxName.admits(text) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
