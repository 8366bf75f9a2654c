package org.posthouse.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation.
 *
 * @param address any address in it
 * @param prefix how many leading bits count
 */
public record Network(InetAddress address, int prefix) {

    /** Digits and separators only: a name would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Checks the prefix. */
    public Network {
        if (prefix < 0 || prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException("/" + prefix + " is no prefix length of " + address.getHostAddress());
        }
    }

    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address.
     *
     * @throws IllegalArgumentException with a reason for people, if it is something else
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no network as 192.0.2.0/24 or 2001:db8::/32");
        }
        InetAddress address = address(host);
        try {
            int prefix = slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
            return new Network(address, prefix);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no network as 192.0.2.0/24 or 2001:db8::/32", wrong);
        }
    }

    /** Whether the peer of {@link SessionStatus#client()}, {@code 192.0.2.7:4711} or {@code [2001:db8::7]:4711}, lies in it. */
    boolean holds(String client) {
        String host = client.substring(0, Math.max(0, client.lastIndexOf(':'))).replaceAll("[\\[\\]]|%.*", "");
        return LITERAL.matcher(host).matches() && contains(address(host));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("\"" + literal + "\" is no address", wrong);
        }
    }

    /** Whether the address lies in it; one of the other family never does. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
