package org.posthouse.imap.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** Valid parameters, modifiers and options of commands. */
record RandomParameters(RandomValues values) {

    private <T> T one(Collection<T> of) {
        return List.copyOf(of).get(values.below(of.size()));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[values.below(of.length)];
    }

    Parameter unknown() {
        return new Parameter(values.atom(), values.some(0, () -> RandomBodies.opaque(values.below(99))));
    }

    PartialRange range() {
        long sign = values.coin() ? 1 : -1;
        return new PartialRange(sign * values.number(), sign * values.number());
    }

    SelectParameter select() {
        return switch (values.below(3)) {
            case 0 -> new SelectParameter.CondStore();
            case 1 ->
                new SelectParameter.Resync(
                        values.number(),
                        values.wide(),
                        values.maybe(values::set),
                        values.maybe(() -> new SelectParameter.Match(values.set(), values.set())));
            default -> new SelectParameter.Other(unknown());
        };
    }

    CreateParameter create() {
        return values.coin()
                ? new CreateParameter.Use(values.some(1, () -> ListAttribute.of("\\" + values.atom())))
                : new CreateParameter.Other(unknown());
    }

    FetchModifier fetch() {
        return switch (values.below(4)) {
            case 0 -> new FetchModifier.ChangedSince(values.wide());
            case 1 -> new FetchModifier.Vanished();
            case 2 -> new FetchModifier.Partial(range());
            default -> new FetchModifier.Other(unknown());
        };
    }

    StoreModifier store() {
        return values.coin()
                ? new StoreModifier.UnchangedSince(values.coin() ? 0 : values.wide())
                : new StoreModifier.Other(unknown());
    }

    StoreValue stored() {
        return switch (values.below(4)) {
            case 0 -> new StoreValue.Flags(false, values.some(1, values::flag));
            case 1 -> new StoreValue.Flags(true, values.some(0, values::flag));
            case 2 -> new StoreValue.Labels(values.some(0, () -> one(Octets.of("\\Inbox"), values.octets())));
            default ->
                new StoreValue.Other(
                        FetchItemName.of("X-" + values.atom()),
                        values.some(1, () -> RandomBodies.opaque(values.below(99))));
        };
    }

    ResultOption result() {
        return switch (values.below(6)) {
            case 0 -> new ResultOption.Update(values.some(0, values::item));
            case 1 -> new ResultOption.Partial(range());
            case 2 -> new ResultOption.Other(unknown());
            default -> one(ResultOption.Plain.values());
        };
    }

    Optional<List<ResultOption>> results() {
        return values.maybe(() -> values.some(0, this::result));
    }

    SelectionOption selection() {
        return values.coin() ? one(SelectionOption.Plain.values()) : new SelectionOption.Other(unknown());
    }

    ReturnOption returned() {
        return switch (values.below(5)) {
            case 0 -> new ReturnOption.Status(values.some(1, () -> StatusItem.of(values.atom())));
            case 1 -> new ReturnOption.Metadata(values.some(1, values::octets));
            case 2 -> new ReturnOption.Other(unknown());
            default -> one(ReturnOption.Plain.values());
        };
    }

    MetadataOption metadata() {
        return switch (values.below(3)) {
            case 0 -> new MetadataOption.MaxSize(values.number());
            case 1 -> one(MetadataOption.Depth.values());
            default -> new MetadataOption.Other(unknown());
        };
    }

    MailboxFilter filter() {
        MailboxFilter.Kind kind = one(MailboxFilter.Kind.values());
        return switch (kind) {
            case SUBTREE, SUBTREE_ONE, MAILBOXES ->
                values.coin()
                        ? new MailboxFilter(kind, false, List.of(values.mailbox()))
                        : new MailboxFilter(kind, true, values.some(1, values::mailbox));
            default -> MailboxFilter.of(kind);
        };
    }

    EventName event() {
        return one(List.of(
                EventName.MESSAGE_NEW,
                EventName.MESSAGE_EXPUNGE,
                EventName.FLAG_CHANGE,
                EventName.MAILBOX_NAME,
                EventName.of(values.atom())));
    }

    UrlAuthMechanism mechanism() {
        return one(List.of(UrlAuthMechanism.INTERNAL, UrlAuthMechanism.of("X-" + values.below(99) + ".b")));
    }

    UrlFetchItem urlItem() {
        return one(List.of(UrlFetchItem.BODY, UrlFetchItem.BODYPARTSTRUCTURE, UrlFetchItem.of(values.atom())));
    }

    UrlFetchPart urlPart() {
        return switch (values.below(4)) {
            case 0 -> new UrlFetchPart.Text(UrlFetchItem.BINARY, values.content(true));
            case 1 -> new UrlFetchPart.Text(UrlFetchItem.BODY, new Content.Here(values.octets(), false));
            case 2 -> new UrlFetchPart.Structure(new RandomBodies(values).body(2));
            default -> new UrlFetchPart.Other(UrlFetchItem.of(values.atom()), RandomBodies.opaque(values.below(99)));
        };
    }

    ListExtension listed() {
        return switch (values.below(3)) {
            case 0 -> new ListExtension.ChildInfo(values.some(1, values::octets));
            case 1 -> new ListExtension.OldName(values.mailbox());
            default -> new ListExtension.Other(values.octets(), RandomBodies.opaque(values.below(99)));
        };
    }
}
