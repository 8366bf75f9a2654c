package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * ENABLED CONDSTORE} (RFC 9051 §7.2.1, RFC 5161); the list may be empty. */
public record EnabledData(List<Capability> capabilities) implements Response {

    public static final View<EnabledData> VIEW =
            MessageReader.data("ENABLED", args -> new EnabledData(CapabilityData.list(args)));

    public EnabledData {
        capabilities = List.copyOf(capabilities);
    }

    @Override
    public View<EnabledData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("*").atom("ENABLED");
        capabilities.forEach(capability -> to.atom(capability.toString()));
    }
}
