package org.posthouse.imap.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.View;

/** Which view reads a command. */
final class CommandViews {

    static final Map<CommandName, View<? extends Command>> TABLE = table();

    private CommandViews() {}

    private static Map<CommandName, View<? extends Command>> table() {
        Map<CommandName, View<? extends Command>> views = new HashMap<>();
        PlainCommand.NAMES.forEach(name -> views.put(name, PlainCommand.VIEW));
        MailboxCommand.NAMES.forEach(name -> views.put(name, MailboxCommand.VIEW));
        LegacyListCommand.NAMES.forEach(name -> views.put(name, LegacyListCommand.VIEW));
        IdentifierCommand.NAMES.forEach(name -> views.put(name, IdentifierCommand.VIEW));
        StringsCommand.NAMES.forEach(name -> views.put(name, StringsCommand.VIEW));
        OtherCommand.REGISTERED.forEach(name -> views.put(name, OtherCommand.VIEW));
        views.put(CommandName.LOGIN, LoginCommand.VIEW);
        views.put(CommandName.AUTHENTICATE, AuthenticateCommand.VIEW);
        views.put(CommandName.ID, IdCommand.VIEW);
        views.put(CommandName.ENABLE, EnableCommand.VIEW);
        views.put(CommandName.COMPRESS, CompressCommand.VIEW);
        views.put(CommandName.SELECT, SelectCommand.SELECT);
        views.put(CommandName.EXAMINE, SelectCommand.EXAMINE);
        views.put(CommandName.CREATE, CreateCommand.VIEW);
        views.put(CommandName.RENAME, RenameCommand.VIEW);
        views.put(CommandName.LIST, ListCommand.VIEW);
        views.put(CommandName.STATUS, StatusCommand.VIEW);
        views.put(CommandName.APPEND, AppendCommand.VIEW);
        views.put(CommandName.UID_EXPUNGE, UidExpungeCommand.VIEW);
        views.put(CommandName.ESEARCH, MultiSearchCommand.VIEW);
        views.put(CommandName.NOTIFY, NotifyCommand.VIEW);
        views.put(CommandName.GETQUOTA, GetQuotaCommand.VIEW);
        views.put(CommandName.SETQUOTA, SetQuotaCommand.VIEW);
        views.put(CommandName.SETACL, SetAclCommand.VIEW);
        views.put(CommandName.GETMETADATA, GetMetadataCommand.VIEW);
        views.put(CommandName.SETMETADATA, SetMetadataCommand.VIEW);
        views.put(CommandName.GENURLAUTH, GenUrlAuthCommand.VIEW);
        views.put(CommandName.RESETKEY, ResetKeyCommand.VIEW);
        views.put(CommandName.URLFETCH, UrlFetchCommand.VIEW);
        views.put(CommandName.UIDBATCHES, UidBatchesCommand.VIEW);
        both(views);
        return Map.copyOf(views);
    }

    /** Those that are there with and without UID. */
    private static void both(Map<CommandName, View<? extends Command>> views) {
        views.put(CommandName.FETCH, FetchCommand.VIEW);
        views.put(CommandName.UID_FETCH, FetchCommand.VIEW);
        views.put(CommandName.STORE, StoreCommand.VIEW);
        views.put(CommandName.UID_STORE, StoreCommand.VIEW);
        views.put(CommandName.SEARCH, SearchCommand.VIEW);
        views.put(CommandName.UID_SEARCH, SearchCommand.VIEW);
        views.put(CommandName.COPY, TransferCommand.COPY);
        views.put(CommandName.UID_COPY, TransferCommand.COPY);
        views.put(CommandName.MOVE, TransferCommand.MOVE);
        views.put(CommandName.UID_MOVE, TransferCommand.MOVE);
        views.put(CommandName.SORT, SortCommand.VIEW);
        views.put(CommandName.UID_SORT, SortCommand.VIEW);
        views.put(CommandName.THREAD, ThreadCommand.VIEW);
        views.put(CommandName.UID_THREAD, ThreadCommand.VIEW);
        views.put(CommandName.REPLACE, ReplaceCommand.VIEW);
        views.put(CommandName.UID_REPLACE, ReplaceCommand.VIEW);
    }

    /** Whatever it is; Absent only for a response. */
    static Parsed<Command> any(Message message) {
        Optional<View<? extends Command>> view = message.kind() == Message.Kind.COMMAND
                ? message.tokens().value().flatMap(MessageReader::name).map(TABLE::get)
                : Optional.empty();
        return widened(message.view(view.orElse(OTHER)));
    }

    /** What is in no table: strictly only what is experimental. */
    private static final View<OtherCommand> OTHER = MessageReader.of(Message.Kind.COMMAND, (args, tree) -> {
        CommandName name = MessageReader.name(tree).orElseThrow(() -> args.fault("no command name"));
        if (!new OtherCommand(name, List.of()).experimental()) {
            args.skip("tag");
            args.note(Defect.UNKNOWN_NAME);
        }
        return Optional.of(new OtherCommand(
                name,
                tree.tokens().subList(tree.commandHead(), tree.tokens().size()).stream()
                        .map(Opaque::of)
                        .toList()));
    });

    private static <T extends Command> Parsed<Command> widened(Parsed<T> parsed) {
        return parsed.match(new Parsed.Fold<>(
                valid -> new Parsed.Valid<>(valid.result(), valid.deviations()),
                bad -> new Parsed.Malformed<>(bad.position(), bad.reason()),
                new Parsed.Absent<>()));
    }
}
