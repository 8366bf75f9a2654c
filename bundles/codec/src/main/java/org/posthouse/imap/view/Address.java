package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;

/**
 * An address of an envelope (RFC 9051 §7.5.2).
 *
 * @param name for people, encoded words included
 * @param route the source route of old
 * @param mailbox the local part; NIL at the end of a group
 * @param host the domain; NIL at the beginning and the end of a group
 */
public record Address(Optional<Octets> name, Optional<Octets> route, Optional<Octets> mailbox, Optional<Octets> host) {

    public Address {
        Strings.checked(name);
        Strings.checked(route);
        Strings.checked(mailbox);
        Strings.checked(host);
    }

    /** Addresses in parentheses, right behind one another; NIL for none. */
    static List<Address> list(Args args) {
        if (args.takeNil()) {
            return List.of();
        }
        return args.list("addresses").some(Address::read);
    }

    private static Address read(Args args) {
        Args list = args.chained("address");
        Address address =
                new Address(list.nstring("name"), list.nstring("route"), list.nstring("mailbox"), list.nstring("host"));
        list.end();
        return address;
    }

    static void write(List<Address> addresses, TokenWriter to) {
        if (addresses.isEmpty()) {
            to.nil();
            return;
        }
        to.open();
        for (Address address : addresses) {
            to.glue().open().nstring(address.name).nstring(address.route);
            to.nstring(address.mailbox).nstring(address.host).close();
        }
        to.close();
    }
}
