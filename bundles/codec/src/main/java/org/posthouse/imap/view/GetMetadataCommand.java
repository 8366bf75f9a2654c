package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 GETMETADATA (MAXSIZE 1024 DEPTH 1) INBOX (/shared/comment /private/comment)} (RFC 5464 §4.2).
 *
 * @param options empty if there is no list of them
 * @param behind whether the options stand behind the mailbox: the RFC's examples have it so, its grammar doesn't (erratum
 *     2785), and this is a deviation
 * @param listed whether the entries are in parentheses; must be for several
 */
public record GetMetadataCommand(
        List<MetadataOption> options, boolean behind, MailboxName mailbox, boolean listed, List<Octets> entries)
        implements Command {

    public static final View<GetMetadataCommand> VIEW =
            MessageReader.command(CommandName.GETMETADATA, GetMetadataCommand::read);

    public GetMetadataCommand {
        options = List.copyOf(options);
        entries = List.copyOf(entries);
        entries.forEach(Strings::checked);
        if (entries.isEmpty() || !listed && entries.size() > 1 || behind && options.isEmpty()) {
            throw new IllegalArgumentException("no entries, several without parentheses, or no options");
        }
    }

    private static GetMetadataCommand read(Args args) {
        List<MetadataOption> before = args.atList() ? Grammar.METADATA.optional(args) : List.of();
        MailboxName mailbox = args.mailbox();
        boolean behind = before.isEmpty() && args.atList() && args.left() > 1;
        if (behind) {
            args.note(Defect.ODD_ARGUMENT);
        }
        List<MetadataOption> options = behind ? Grammar.METADATA.optional(args) : before;
        boolean listed = args.atList();
        List<Octets> entries =
                listed ? args.list("entries").some(MetadataEntry::readName) : List.of(MetadataEntry.readName(args));
        return new GetMetadataCommand(options, behind, mailbox, listed, entries);
    }

    @Override
    public View<GetMetadataCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.GETMETADATA;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        if (!behind) {
            Grammar.METADATA.write(options, to);
        }
        mailbox.write(to);
        if (behind) {
            Grammar.METADATA.write(options, to);
        }
        if (listed) {
            to.open();
        }
        entries.forEach(to::astring);
        if (listed) {
            to.close();
        }
    }
}
