package org.posthouse.example.authallowlist;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
record Network(String text, byte[] prefix, int bits) {

    /** Digits only: a name would be looked up. */
    static Network of(String text) {
        String[] parts = text.split("/");
        try {
            if (text.matches("([0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F.:]*)/[0-9]{1,3}")) {
                Network network =
                        new Network(text, InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
                if (network.bits <= 8 * network.prefix.length) {
                    return network;
                }
            }
            throw new IllegalArgumentException("no network: " + text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no network: " + text, e);
        }
    }

    boolean holds(InetAddress client) {
        byte[] address = client.getAddress();
        boolean same = prefix.length == address.length;
        for (int i = 0; same && i < bits; i++) {
            same = ((prefix[i / 8] ^ address[i / 8]) & 128 >> i % 8) == 0;
        }
        return same;
    }

    @Override
    public String toString() {
        return text;
    }
}
