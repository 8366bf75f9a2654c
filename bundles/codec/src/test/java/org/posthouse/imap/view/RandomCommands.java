package org.posthouse.imap.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;

/** Valid commands, one of each view that is younger than {@link RandomValues}. */
record RandomCommands(RandomValues values) {

    private <T> T one(Collection<T> of) {
        return List.copyOf(of).get(values.below(of.size()));
    }

    private List<Parameter> parameters(int least) {
        return values.some(least, () -> Parameter.of(values.atom()));
    }

    private Rights rights() {
        return new Rights("lrswipkxtea".substring(values.below(5), 5 + values.below(6)));
    }

    private MailboxFilter filter() {
        return switch (values.below(3)) {
            case 0 -> MailboxFilter.of("inboxes");
            case 1 -> new MailboxFilter("SUBTREE", false, List.of(values.mailbox()));
            default -> new MailboxFilter("mailboxes", true, values.some(1, values::mailbox));
        };
    }

    private NotifyCommand.Event event() {
        return new NotifyCommand.Event(values.atom(), values.some(0, values::item));
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(mailboxes());
        all.addAll(searches());
        all.addAll(administration());
        return all;
    }

    private List<Command> mailboxes() {
        List<Octets> patterns = values.some(1, values::octets);
        boolean several = patterns.size() > 1;
        return List.of(
                new PlainCommand(one(PlainCommand.NAMES)),
                new MailboxCommand(one(MailboxCommand.NAMES), values.mailbox()),
                new CreateCommand(values.mailbox(), parameters(0)),
                new RenameCommand(values.mailbox(), values.mailbox(), parameters(0)),
                new ListCommand(
                        values.maybe(() -> parameters(0)),
                        values.mailbox(),
                        several || values.coin(),
                        patterns,
                        values.maybe(() -> parameters(0))),
                new LegacyListCommand(one(LegacyListCommand.NAMES), values.mailbox(), values.octets()),
                new StatusCommand(values.mailbox(), values.some(0, () -> StatusItem.of(values.atom()))),
                new UidExpungeCommand(values.set()),
                new EnableCommand(values.some(1, () -> Capability.of(values.atom()))),
                new CompressCommand(values.atom()),
                new ReplaceCommand(values.coin(), SequenceSet.of(values.number()), values.mailbox(), values.append()),
                new OtherCommand(CommandName.of("X" + values.atom()), List.of()));
    }

    private List<Command> searches() {
        List<MailboxFilter> sources = values.some(0, this::filter);
        return List.of(
                new SortCommand(
                        values.coin(),
                        values.maybe(() -> parameters(0)),
                        values.some(1, () -> new SortKey("date", values.coin())),
                        values.octets(),
                        values.some(1, () -> values.key(3))),
                new ThreadCommand(values.coin(), values.atom(), values.octets(), values.some(1, () -> values.key(3))),
                new MultiSearchCommand(
                        sources,
                        sources.isEmpty() ? List.of() : parameters(0),
                        values.maybe(() -> parameters(0)),
                        values.maybe(values::octets),
                        values.some(1, () -> values.key(3))),
                new NotifyCommand(
                        false, values.some(0, () -> new NotifyCommand.Group(filter(), values.some(0, this::event)))));
    }

    private List<Command> administration() {
        List<Parameter> options = parameters(0);
        List<Octets> entries = values.some(1, values::octets);
        boolean mailbox = values.coin();
        return List.of(
                new GetQuotaCommand(values.octets()),
                new SetQuotaCommand(
                        values.octets(),
                        values.some(0, () -> new SetQuotaCommand.Limit(QuotaResource.STORAGE, values.wide()))),
                new SetAclCommand(
                        values.mailbox(), values.octets(), one(List.of(SetAclCommand.Change.values())), rights()),
                new IdentifierCommand(one(IdentifierCommand.NAMES), values.mailbox(), values.octets()),
                new GetMetadataCommand(options, !options.isEmpty() && values.coin(), values.mailbox(), true, entries),
                new SetMetadataCommand(
                        values.mailbox(),
                        values.some(1, () -> new MetadataEntry(values.octets(), values.content(true)))),
                new GenUrlAuthCommand(
                        values.some(1, () -> new GenUrlAuthCommand.Request(values.octets(), values.atom()))),
                new ResetKeyCommand(
                        mailbox ? Optional.of(values.mailbox()) : Optional.empty(),
                        mailbox ? values.some(0, values::atom) : List.of()),
                new UrlFetchCommand(values.some(
                        1, () -> new UrlFetchCommand.Request(values.secret(), true, values.some(0, values::atom)))),
                new StringsCommand(one(StringsCommand.NAMES), values.some(1, values::octets)));
    }
}
