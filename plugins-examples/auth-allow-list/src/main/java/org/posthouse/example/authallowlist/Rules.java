package org.posthouse.example.authallowlist;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Octets;

/** Who may log in, how and from where; an empty list admits all. A user is {@code fred} or {@code *@example.org}. */
record Rules(List<Capability> mechanisms, List<String> users, List<Network> networks) {

    static final Rules NONE = of("", "", "");

    static Rules of(String mechanisms, String users, String networks) {
        return new Rules(
                words(mechanisms).stream().map(Capability::auth).toList(),
                words(users),
                words(networks).stream().map(Network::of).toList());
    }

    private static List<String> words(String list) {
        return Stream.of(list.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
    }

    boolean isEmpty() {
        return mechanisms.isEmpty() && users.isEmpty() && networks.isEmpty();
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

    boolean admitsClient(SocketAddress client) {
        return networks.isEmpty()
                || client instanceof InetSocketAddress inet
                        && networks.stream().anyMatch(network -> network.holds(inet.getAddress()));
    }
}
