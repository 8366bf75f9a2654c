package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 RESETKEY INBOX INTERNAL} (RFC 4467 §7).
 *
 * @param mailbox empty: all of them
 * @param mechanisms only with a mailbox
 */
public record ResetKeyCommand(Optional<MailboxName> mailbox, List<UrlAuthMechanism> mechanisms) implements Command {

    public static final View<ResetKeyCommand> VIEW = MessageReader.command(
            CommandName.RESETKEY,
            args -> new ResetKeyCommand(
                    args.more() ? Optional.of(args.mailbox()) : Optional.empty(), args.all(UrlAuthMechanism::read)));

    public ResetKeyCommand {
        mechanisms = List.copyOf(mechanisms);
        if (mailbox.isEmpty() && !mechanisms.isEmpty()) {
            throw new IllegalArgumentException("mechanisms without a mailbox");
        }
    }

    @Override
    public View<ResetKeyCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.RESETKEY;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        mailbox.ifPresent(name -> name.write(to));
        mechanisms.forEach(mechanism -> to.atom(mechanism.toString()));
    }
}
