package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.Capability;
import org.posthouse.imap.ResponseName;

/** Valid responses, one of each view that is younger than {@link RandomValues}. */
record RandomResponses(RandomValues values) {

    private <T> T one(Collection<T> of) {
        return List.copyOf(of).get(values.below(of.size()));
    }

    private Optional<String> delimiter() {
        return values.maybe(() -> one(List.of("/", ".", "\\", "\"")));
    }

    private Rights rights() {
        return new Rights("lrswipkxtea".substring(values.below(5), 5 + values.below(6)));
    }

    private SequenceSet known() {
        return SequenceSet.of(values.number(), values.number());
    }

    private StatusValue status() {
        return switch (values.below(5)) {
            case 4 -> new StatusValue.Other(StatusItem.of(values.atom()), RandomBodies.opaque(values.below(99)));
            case 0 -> new StatusValue.Unlimited();
            case 1 -> new StatusValue.Identity(new ObjectId("F" + values.number()));
            case 2 -> new StatusValue.Numbered(StatusItem.SIZE, values.wide());
            default -> new StatusValue.Numbered(StatusItem.UIDNEXT, values.number());
        };
    }

    private SearchResult result() {
        return switch (values.below(8)) {
            case 7 -> new SearchResult.Other(values.atom(), RandomBodies.opaque(values.below(99)));
            case 0 -> new SearchResult.Numbered("MIN", values.number());
            case 1 -> new SearchResult.Numbered("MODSEQ", values.wide());
            case 2 -> new SearchResult.All(known());
            case 3 -> new SearchResult.Partial(new RandomParameters(values).range(), values.maybe(this::known));
            case 4 ->
                new SearchResult.Positions(
                        "ADDTO", values.some(1, () -> new SearchResult.Positions.Position(values.number(), known())));
            case 5 -> new SearchResult.Relevancy(values.some(0, () -> 1L + values.below(100)));
            default -> new SearchResult.Numbered("count", values.number());
        };
    }

    private MessageThread thread(int depth) {
        List<Long> messages = values.some(1, values::number);
        boolean branches = depth > 0 && values.coin();
        return new MessageThread(
                branches && values.coin() ? List.of() : messages,
                branches ? List.of(thread(depth - 1), thread(depth - 1)) : List.of());
    }

    private Namespace namespace() {
        return new Namespace(
                values.octets(),
                delimiter(),
                values.some(0, () -> new Namespace.Extension(values.octets(), values.some(1, values::octets))));
    }

    private Optional<List<Namespace>> namespaces() {
        return values.maybe(() -> values.some(1, this::namespace));
    }

    private UrlFetchData.Fetched fetched() {
        List<UrlFetchPart> parts = values.coin() ? List.of() : values.some(1, new RandomParameters(values)::urlPart);
        return new UrlFetchData.Fetched(
                values.secret(), parts.isEmpty() ? values.content(true) : new Content.Missing(), parts);
    }

    List<Response> all() {
        List<Response> all = new ArrayList<>(mailboxes());
        all.addAll(searches());
        all.addAll(administration());
        return all;
    }

    private List<Response> mailboxes() {
        return List.of(
                new CountData(values.number(), one(CountData.NAMES)),
                new EnabledData(values.some(0, () -> Capability.of(values.atom()))),
                new FlagsData(values.some(0, values::flag)),
                new ListData(
                        one(ListData.NAMES),
                        values.some(0, () -> ListAttribute.of("\\" + values.atom())),
                        delimiter(),
                        values.mailbox(),
                        values.maybe(() -> values.some(0, new RandomParameters(values)::listed))),
                new StatusData(values.mailbox(), values.some(0, this::status)),
                new NamespaceData(namespaces(), namespaces(), namespaces()),
                new VanishedData(values.coin(), known()),
                new OtherData(OptionalLong.of(values.number()), ResponseName.of("X" + values.atom()), List.of()));
    }

    private List<Response> searches() {
        return List.of(
                new SearchData(
                        one(SearchData.NAMES),
                        values.some(0, values::number),
                        values.coin() ? OptionalLong.of(values.wide()) : OptionalLong.empty()),
                new ExtendedSearchData(
                        values.maybe(values::octets),
                        values.maybe(values::mailbox),
                        values.coin() ? OptionalLong.of(values.number()) : OptionalLong.empty(),
                        values.coin(),
                        values.some(0, this::result)),
                new UidBatchesData(values.octets(), values.maybe(this::known)),
                new ThreadData(values.some(0, () -> thread(4))));
    }

    private List<Response> administration() {
        return List.of(
                new QuotaData(
                        values.octets(),
                        values.some(0, () -> new QuotaData.Usage(QuotaResource.MESSAGE, values.wide(), values.wide()))),
                new QuotaRootData(values.mailbox(), values.some(0, values::octets)),
                new AclData(values.mailbox(), values.some(0, () -> new AclData.Entry(values.octets(), rights()))),
                new ListRightsData(values.mailbox(), values.octets(), rights(), values.some(0, this::rights)),
                new MyRightsData(values.mailbox(), rights()),
                new MetadataData(
                        values.mailbox(),
                        values.some(1, () -> new MetadataEntry(values.octets(), values.content(true))),
                        List.of()),
                new MetadataData(values.mailbox(), List.of(), values.some(1, values::octets)),
                new LanguageData(values.some(1, values::octets)),
                new ComparatorData(values.octets(), values.maybe(() -> values.some(1, values::octets))),
                new GenUrlAuthData(values.some(1, values::secret)),
                new UrlFetchData(values.some(1, this::fetched)),
                new JmapAccessData(values.octets()));
    }
}
