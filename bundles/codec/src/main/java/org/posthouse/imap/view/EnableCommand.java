package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 ENABLE CONDSTORE UTF8=ACCEPT} (RFC 9051 §6.3.1, RFC 5161). */
public record EnableCommand(List<Capability> capabilities) implements Command {

    public static final View<EnableCommand> VIEW =
            MessageReader.command(CommandName.ENABLE, args -> new EnableCommand(CapabilityData.list(args)));

    public EnableCommand {
        capabilities = List.copyOf(capabilities);
        if (capabilities.isEmpty()) {
            throw new IllegalArgumentException("nothing to enable");
        }
    }

    @Override
    public View<EnableCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.ENABLE;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        capabilities.forEach(capability -> to.atom(capability.toString()));
    }
}
