package org.posthouse.proxy.config;

import java.util.Locale;

/**
 * A host and a port as written: {@code imap.example.org:993}, {@code 127.0.0.1:1143}, {@code [::1]:1143},
 * {@code *:1143}. Nothing is resolved here.
 *
 * @param host name or address without brackets, or {@code *} for every address of this machine
 * @param port 1 to 65535; 0 (any free port) only in a listen address
 */
public record Endpoint(String host, int port) {

    private static final String EVERY = "*";

    public Endpoint {
        if (host.isEmpty() || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not an endpoint: " + host + " " + port);
        }
    }

    /** True for {@code *}: meant for listening only. */
    public boolean wildcard() {
        return host.equals(EVERY);
    }

    /** True if the text alone says that no other machine is involved; names other than {@code localhost} never do. */
    public boolean loopback() {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || AddressLiteral.loopback(name);
    }

    /** True if the host is written as an IPv4 or IPv6 address, so that it needs no resolving. */
    public boolean literal() {
        return AddressLiteral.parse(host).isPresent();
    }

    /** True if two sockets can't listen on both: the same port, and the same host or one of them on every address. */
    public boolean overlaps(Endpoint other) {
        boolean samePlace = wildcard() || other.wildcard() || host.equalsIgnoreCase(other.host);
        return port == other.port && port != 0 && samePlace;
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
