package org.posthouse.example.authallowlist;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Octets;

/** A network is {@code 10.0.0.0/8} or {@code 2001:db8::/32}, a user {@code fred} or {@code *@example.org}. */
record Rules(List<Capability> mechanisms, List<String> users, List<String> networks) {

    static final Rules NONE = of("", "", "");

    static Rules of(String mechanisms, String users, String networks) {
        words(networks).forEach(network -> holds(network, new byte[4]));
        return new Rules(words(mechanisms).stream().map(Capability::auth).toList(), words(users), words(networks));
    }

    private static List<String> words(String list) {
        return Stream.of(list.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
    }

    boolean admitsMechanism(String mechanism) {
        return mechanisms.isEmpty() || mechanisms.contains(Capability.auth(mechanism));
    }

    /** All of them; what isn't UTF-8 could be read as another name, so it is nobody's. */
    boolean admitsUsers(List<Octets> names) {
        return users.isEmpty()
                || !names.isEmpty()
                        && names.stream().map(Octets::utf8).allMatch(name -> name.filter(this::admitsUser)
                                .isPresent());
    }

    private boolean admitsUser(String user) {
        return users.contains(user) || users.contains("*" + user.substring(Math.max(0, user.lastIndexOf('@'))));
    }

    boolean admitsClient(SocketAddress address) {
        return networks.isEmpty()
                || address instanceof InetSocketAddress client
                        && networks.stream()
                                .anyMatch(network ->
                                        holds(network, client.getAddress().getAddress()));
    }

    /** Digits only: a name would be looked up. */
    private static boolean holds(String network, byte[] client) {
        try {
            if (!network.matches("([0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F.:]*)/[0-9]{1,3}")) {
                throw new UnknownHostException();
            }
            byte[] prefix = InetAddress.getByName(network.split("/")[0]).getAddress();
            int bits = Integer.parseInt(network.split("/")[1]);
            boolean same = prefix.length == client.length;
            for (int i = 0; same && i < bits; i++) {
                same = ((prefix[i / 8] ^ client[i / 8]) & 128 >> i % 8) == 0;
            }
            return same;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no network: " + network, e);
        }
    }
}
