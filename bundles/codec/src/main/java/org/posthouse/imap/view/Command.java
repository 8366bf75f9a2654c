package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/** A command without its tag. */
public sealed interface Command
        permits AppendCommand,
                AuthenticateCommand,
                CompressCommand,
                CreateCommand,
                EnableCommand,
                FetchCommand,
                GenUrlAuthCommand,
                GetMetadataCommand,
                GetQuotaCommand,
                IdCommand,
                IdentifierCommand,
                LegacyListCommand,
                ListCommand,
                LoginCommand,
                MailboxCommand,
                MultiSearchCommand,
                NotifyCommand,
                OtherCommand,
                PlainCommand,
                RenameCommand,
                ReplaceCommand,
                ResetKeyCommand,
                SearchCommand,
                SelectCommand,
                SetAclCommand,
                SetMetadataCommand,
                SetQuotaCommand,
                SortCommand,
                StatusCommand,
                StoreCommand,
                StringsCommand,
                ThreadCommand,
                TransferCommand,
                UidBatchesCommand,
                UidExpungeCommand,
                UrlFetchCommand {

    /** Reads every command, by the view that knows it; {@link OtherCommand} if none does. Absent only for a response. */
    View<Command> ANY = CommandViews::any;

    CommandName name();

    /** What reads such a command. */
    View<? extends Command> view();

    /** Writes what stands behind the name. */
    void writeArguments(TokenWriter to);

    /**
     * This as a message of its own.
     *
     * @throws IllegalArgumentException if the tag is none (RFC 9051 §9)
     */
    default Message message(String tag, WriteLimits server) {
        return written(this, tag, server).message(Reading.TOLERANT.withUtf8(server.utf8()));
    }

    /**
     * The command that this was read from, saying what this says: the same tag, and the octets of all that hasn't
     * changed.
     *
     * @throws IllegalArgumentException if the message isn't a command, or a literal that streams were lost
     */
    default Message into(Message command, WriteLimits server) {
        String tag = command.tokens()
                .value()
                .filter(tree -> command.kind() == Message.Kind.COMMAND)
                .flatMap((TokenTree tree) -> tree.at(0))
                .orElseThrow(() -> new IllegalArgumentException("not a command"))
                .octets()
                .latin1();
        Optional<TokenWriter> before = command.view(view()).value().map(old -> written(old, tag, server));
        return command.merged(before, written(this, tag, server));
    }

    private static TokenWriter written(Command command, String tag, WriteLimits server) {
        if (tag.isEmpty() || !tag.chars().allMatch(c -> Word.isAtomOctet(c) && c != '+' || c == ']')) {
            throw new IllegalArgumentException("not a tag");
        }
        TokenWriter writer = TokenWriter.command(server).atom(tag);
        for (String word : command.name().toString().split(" ")) {
            writer.atom(word);
        }
        command.writeArguments(writer);
        return writer;
    }
}
