package org.posthouse.proxy.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 and IPv6 addresses in text, told apart from names without ever asking a resolver. */
public final class AddressLiteral {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\w.-]+)?");

    private AddressLiteral() {}

    /** The address if the text is one; a name, also one that looks like a number, is empty. Never blocks. */
    public static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // Both shapes are parsed by the JDK itself: it asks no name service for them.
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    static boolean loopback(String text) {
        return parse(text).map(InetAddress::isLoopbackAddress).orElse(false);
    }
}
