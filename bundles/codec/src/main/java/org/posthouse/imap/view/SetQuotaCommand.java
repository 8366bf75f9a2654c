package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code a1 SETQUOTA "#user/alice" (STORAGE 510)} (RFC 9208 §4.1.3). */
public record SetQuotaCommand(Octets root, List<Limit> limits) implements Command {

    public static final View<SetQuotaCommand> VIEW = MessageReader.command(
            CommandName.SETQUOTA,
            args -> new SetQuotaCommand(
                    args.astring("quota root"), args.list("limits").all(Limit::read)));

    /** How much of a resource may be used, below 2^63. */
    public record Limit(QuotaResource resource, long most) {
        public Limit {
            if (most < 0) {
                throw new IllegalArgumentException("limit " + most);
            }
        }

        private static Limit read(Args list) {
            return new Limit(QuotaResource.of(list.atom("resource")), list.number64("limit"));
        }
    }

    public SetQuotaCommand {
        Strings.checked(root);
        limits = List.copyOf(limits);
    }

    @Override
    public View<SetQuotaCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.SETQUOTA;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.astring(root).open();
        limits.forEach(limit -> to.atom(limit.resource().toString()).number(limit.most()));
        to.close();
    }
}
