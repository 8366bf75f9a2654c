package org.posthouse.imap.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.View;

/** Which view reads a response. */
final class ResponseViews {

    static final Map<ResponseName, View<? extends Response>> DATA = data();
    /** Data whose name follows a number. */
    static final Map<ResponseName, View<? extends Response>> NUMBERED = numbered();

    private ResponseViews() {}

    private static Map<ResponseName, View<? extends Response>> data() {
        Map<ResponseName, View<? extends Response>> views = new HashMap<>();
        ListData.NAMES.forEach(name -> views.put(name, ListData.VIEW));
        SearchData.NAMES.forEach(name -> views.put(name, SearchData.VIEW));
        put(views, "CAPABILITY", CapabilityData.VIEW);
        put(views, "ENABLED", EnabledData.VIEW);
        put(views, "ID", IdData.VIEW);
        put(views, "FLAGS", FlagsData.VIEW);
        put(views, "STATUS", StatusData.VIEW);
        put(views, "ESEARCH", ExtendedSearchData.VIEW);
        put(views, "VANISHED", VanishedData.VIEW);
        put(views, "NAMESPACE", NamespaceData.VIEW);
        put(views, "QUOTA", QuotaData.VIEW);
        put(views, "QUOTAROOT", QuotaRootData.VIEW);
        put(views, "ACL", AclData.VIEW);
        put(views, "LISTRIGHTS", ListRightsData.VIEW);
        put(views, "MYRIGHTS", MyRightsData.VIEW);
        put(views, "METADATA", MetadataData.VIEW);
        put(views, "THREAD", ThreadData.VIEW);
        put(views, "URLFETCH", UrlFetchData.VIEW);
        put(views, "COMPARATOR", ComparatorData.VIEW);
        put(views, "LANGUAGE", LanguageData.VIEW);
        put(views, "GENURLAUTH", GenUrlAuthData.VIEW);
        put(views, "JMAPACCESS", JmapAccessData.VIEW);
        put(views, "UIDBATCHES", UidBatchesData.VIEW);
        for (Status status : Status.values()) {
            put(views, status.name(), StatusResponse.VIEW);
        }
        return Map.copyOf(views);
    }

    private static Map<ResponseName, View<? extends Response>> numbered() {
        Map<ResponseName, View<? extends Response>> views = new HashMap<>();
        CountData.NAMES.forEach(name -> views.put(name, CountData.VIEW));
        put(views, "FETCH", FetchData.VIEW);
        put(views, "UIDFETCH", FetchData.VIEW);
        return Map.copyOf(views);
    }

    private static void put(
            Map<ResponseName, View<? extends Response>> views, String name, View<? extends Response> view) {
        views.put(ResponseName.of(name), view);
    }

    /** Whatever it is; Absent only for a command. */
    static Parsed<Response> any(Message message) {
        boolean known = message.kind() == Message.Kind.RESPONSE && message.tokens() instanceof Parsed.Valid;
        View<? extends Response> view = known ? view(message.tokens().value().orElseThrow()) : OtherData.VIEW;
        return widened(message.view(view));
    }

    private static View<? extends Response> view(TokenTree tree) {
        // The commonest by far.
        if (tree.isAtom(2, "FETCH") && tree.isAtom(0, "*") && tree.tape().isAtom(1)) {
            return FetchData.VIEW;
        }
        if (tree.isAtom(0, "+")) {
            return ContinuationRequest.VIEW;
        }
        if (!tree.isAtom(0, "*")) {
            return StatusResponse.VIEW;
        }
        boolean number = MessageReader.isNumbered(tree);
        Optional<View<? extends Response>> view = number
                ? MessageReader.dataName(tree, 2).map(NUMBERED::get)
                : MessageReader.dataName(tree, 1).map(DATA::get);
        return view.orElse(OtherData.VIEW);
    }

    /** What was read is only given out, so whoever may get any response may get one of a kind. */
    @SuppressWarnings("unchecked")
    private static Parsed<Response> widened(Parsed<? extends Response> parsed) {
        return (Parsed<Response>) parsed;
    }
}
