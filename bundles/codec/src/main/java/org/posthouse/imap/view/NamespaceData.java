package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code * NAMESPACE (("" "/")) NIL (("Public/" "/"))} (RFC 9051 §7.3.6, RFC 2342).
 *
 * @param personal an empty optional: NIL, there is none
 */
public record NamespaceData(
        Optional<List<Namespace>> personal, Optional<List<Namespace>> others, Optional<List<Namespace>> shared)
        implements Response {

    public static final View<NamespaceData> VIEW = MessageReader.data(
            "NAMESPACE", args -> new NamespaceData(namespaces(args), namespaces(args), namespaces(args)));

    public NamespaceData {
        personal = checked(personal);
        others = checked(others);
        shared = checked(shared);
    }

    private static Optional<List<Namespace>> checked(Optional<List<Namespace>> namespaces) {
        if (namespaces.filter(List::isEmpty).isPresent()) {
            throw new IllegalArgumentException("no namespaces are NIL");
        }
        return namespaces.map(List::copyOf);
    }

    private static Optional<List<Namespace>> namespaces(Args args) {
        if (args.takeNil()) {
            return Optional.empty();
        }
        List<Namespace> list = args.list("namespaces").some(Namespace::read);
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    @Override
    public View<NamespaceData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("NAMESPACE");
        for (Optional<List<Namespace>> namespaces : List.of(personal, others, shared)) {
            namespaces.ifPresentOrElse(list -> write(list, to), to::nil);
        }
    }

    private static void write(List<Namespace> list, TokenWriter to) {
        to.open();
        list.forEach(namespace -> namespace.write(to.glue()));
        to.close();
    }
}
