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

    private RandomParameters parameters() {
        return new RandomParameters(values);
    }

    private Rights rights() {
        return new Rights("lrswipkxtea".substring(values.below(5), 5 + values.below(6)));
    }

    private NotifyCommand.Event event() {
        EventName name = parameters().event();
        boolean fresh = name.equals(EventName.MESSAGE_NEW);
        return new NotifyCommand.Event(name, fresh ? values.some(0, values::item) : List.of());
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
                new CreateCommand(values.mailbox(), values.some(0, parameters()::create)),
                new RenameCommand(values.mailbox(), values.mailbox(), values.some(0, parameters()::unknown)),
                new ListCommand(
                        values.maybe(() -> values.some(0, parameters()::selection)),
                        values.mailbox(),
                        several || values.coin(),
                        patterns,
                        values.maybe(() -> values.some(0, parameters()::returned))),
                new LegacyListCommand(one(LegacyListCommand.NAMES), values.mailbox(), values.octets()),
                new StatusCommand(values.mailbox(), values.some(0, () -> StatusItem.of(values.atom()))),
                new UidExpungeCommand(values.set()),
                new UidBatchesCommand(
                        values.number(), values.maybe(() -> new PartialRange(values.number(), values.number()))),
                new EnableCommand(values.some(1, () -> Capability.of(values.atom()))),
                new CompressCommand(values.atom()),
                new ReplaceCommand(values.coin(), SequenceSet.of(values.number()), values.mailbox(), values.append()),
                new OtherCommand(CommandName.of("X" + values.atom()), List.of()));
    }

    private List<Command> searches() {
        List<MailboxFilter> sources = values.some(0, parameters()::filter);
        return List.of(
                new SortCommand(
                        values.coin(),
                        parameters().results(),
                        values.some(1, () -> new SortKey(one(List.of(SortKey.Field.values())), values.coin())),
                        values.octets(),
                        values.some(1, () -> values.key(3))),
                new ThreadCommand(
                        values.coin(),
                        ThreadAlgorithm.of(values.atom()),
                        values.octets(),
                        values.some(1, () -> values.key(3))),
                new MultiSearchCommand(
                        sources,
                        sources.isEmpty() ? List.of() : values.some(0, parameters()::unknown),
                        parameters().results(),
                        values.maybe(values::octets),
                        values.some(1, () -> values.key(3))),
                new NotifyCommand(
                        false,
                        values.some(
                                0, () -> new NotifyCommand.Group(parameters().filter(), values.some(0, this::event)))));
    }

    private List<Command> administration() {
        List<MetadataOption> options = values.some(0, parameters()::metadata);
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
                new GenUrlAuthCommand(values.some(
                        1,
                        () -> new GenUrlAuthCommand.Request(
                                values.octets(), parameters().mechanism()))),
                new ResetKeyCommand(
                        mailbox ? Optional.of(values.mailbox()) : Optional.empty(),
                        mailbox ? values.some(0, parameters()::mechanism) : List.of()),
                new UrlFetchCommand(values.some(
                        1,
                        () -> new UrlFetchCommand.Request(
                                values.secret(), true, values.some(0, parameters()::urlItem)))),
                new StringsCommand(one(StringsCommand.NAMES), values.some(1, values::octets)));
    }
}
