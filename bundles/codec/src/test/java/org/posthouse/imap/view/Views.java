package org.posthouse.imap.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;

/** All views by the names that the vector files use. */
final class Views {

    static final Map<String, View<?>> COMMANDS = commands();
    static final Map<String, View<?>> RESPONSES = responses();

    private Views() {}

    private static Map<String, View<?>> commands() {
        Map<String, View<?>> views = new LinkedHashMap<>();
        views.put("login", LoginCommand.VIEW);
        views.put("authenticate", AuthenticateCommand.VIEW);
        views.put("id", IdCommand.VIEW);
        views.put("select", SelectCommand.SELECT);
        views.put("examine", SelectCommand.EXAMINE);
        views.put("append", AppendCommand.VIEW);
        views.put("fetch", FetchCommand.VIEW);
        views.put("store", StoreCommand.VIEW);
        views.put("search", SearchCommand.VIEW);
        views.put("copy", TransferCommand.COPY);
        views.put("move", TransferCommand.MOVE);
        more(views);
        return views;
    }

    private static void more(Map<String, View<?>> views) {
        views.put("plain", PlainCommand.VIEW);
        views.put("mailbox", MailboxCommand.VIEW);
        views.put("create", CreateCommand.VIEW);
        views.put("rename", RenameCommand.VIEW);
        views.put("list", ListCommand.VIEW);
        views.put("lsub", LegacyListCommand.VIEW);
        views.put("status", StatusCommand.VIEW);
        views.put("uidexpunge", UidExpungeCommand.VIEW);
        views.put("enable", EnableCommand.VIEW);
        views.put("compress", CompressCommand.VIEW);
        views.put("sort", SortCommand.VIEW);
        views.put("thread", ThreadCommand.VIEW);
        views.put("getquota", GetQuotaCommand.VIEW);
        views.put("setquota", SetQuotaCommand.VIEW);
        views.put("setacl", SetAclCommand.VIEW);
        views.put("identifier", IdentifierCommand.VIEW);
        views.put("getmetadata", GetMetadataCommand.VIEW);
        views.put("setmetadata", SetMetadataCommand.VIEW);
        views.put("replace", ReplaceCommand.VIEW);
        views.put("notify", NotifyCommand.VIEW);
        views.put("multisearch", MultiSearchCommand.VIEW);
        views.put("genurlauth", GenUrlAuthCommand.VIEW);
        views.put("resetkey", ResetKeyCommand.VIEW);
        views.put("urlfetch", UrlFetchCommand.VIEW);
        views.put("strings", StringsCommand.VIEW);
        views.put("uidbatches", UidBatchesCommand.VIEW);
        views.put("anycommand", Command.ANY);
    }

    private static Map<String, View<?>> responses() {
        Map<String, View<?>> views = new LinkedHashMap<>();
        views.put("status", StatusResponse.VIEW);
        views.put("continuation", ContinuationRequest.VIEW);
        views.put("capability", CapabilityData.VIEW);
        views.put("capabilities", CapabilityData.ANYWHERE);
        views.put("iddata", IdData.VIEW);
        views.put("fetchdata", FetchData.VIEW);
        views.put("greeting", StatusResponse.GREETING);
        views.put("enabled", EnabledData.VIEW);
        views.put("count", CountData.VIEW);
        views.put("flags", FlagsData.VIEW);
        views.put("listdata", ListData.VIEW);
        views.put("statusdata", StatusData.VIEW);
        views.put("searchdata", SearchData.VIEW);
        views.put("esearch", ExtendedSearchData.VIEW);
        views.put("vanished", VanishedData.VIEW);
        views.put("namespace", NamespaceData.VIEW);
        views.put("quota", QuotaData.VIEW);
        views.put("quotaroot", QuotaRootData.VIEW);
        views.put("acl", AclData.VIEW);
        views.put("listrights", ListRightsData.VIEW);
        views.put("myrights", MyRightsData.VIEW);
        views.put("metadata", MetadataData.VIEW);
        views.put("threaddata", ThreadData.VIEW);
        views.put("language", LanguageData.VIEW);
        views.put("comparator", ComparatorData.VIEW);
        views.put("genurlauthdata", GenUrlAuthData.VIEW);
        views.put("urlfetchdata", UrlFetchData.VIEW);
        views.put("jmapaccess", JmapAccessData.VIEW);
        views.put("uidbatchesdata", UidBatchesData.VIEW);
        views.put("anyresponse", Response.ANY);
        views.put("response", (View<TokenTree>) Message::tokens);
        return views;
    }

    static Map<String, View<?>> of(Message.Kind kind) {
        return kind == Message.Kind.COMMAND ? COMMANDS : RESPONSES;
    }

    /** What the view's value writes into the message that it was read from; empty if it can't be written. */
    static Optional<Message> into(Message message, Parsed<?> seen, WriteLimits limits) {
        Object value = seen.value().<Object>map(v -> v).orElse("");
        if (value instanceof CapabilityData
                && !message.tokens().value().orElseThrow().isAtom(1, "CAPABILITY")) {
            return Optional.empty();
        }
        return value instanceof Command command
                ? Optional.of(command.into(message, limits))
                : Optional.of(value).filter(Response.class::isInstance).map(r -> ((Response) r).into(message, limits));
    }

    /** The view's value as a message of its own. */
    static Optional<Message> alone(Parsed<?> seen, WriteLimits limits) {
        Object value = seen.value().<Object>map(v -> v).orElse("");
        return value instanceof Command command
                ? Optional.of(command.message("t", limits))
                : Optional.of(value).filter(Response.class::isInstance).map(r -> ((Response) r).message(limits));
    }
}
