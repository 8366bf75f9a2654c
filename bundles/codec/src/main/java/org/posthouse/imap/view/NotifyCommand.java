package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 NOTIFY SET STATUS (selected (MessageNew (UID) MessageExpunge)) (subtree Lists NONE)} (RFC 5465 §3).
 *
 * @param status whether STATUS is asked for at once
 * @param groups empty for {@code NOTIFY NONE}
 */
public record NotifyCommand(boolean status, List<Group> groups) implements Command {

    public static final View<NotifyCommand> VIEW = MessageReader.command(CommandName.NOTIFY, NotifyCommand::read);

    /** What shall be told of some mailboxes; nothing, if there are no events. */
    public record Group(MailboxFilter mailboxes, List<Event> events) {
        public Group {
            events = List.copyOf(events);
        }
    }

    /**
     * Something that happens.
     *
     * @param items what to tell of a new message, if there is a list of it: of MessageNew only
     */
    public record Event(EventName name, List<FetchItem> items) {
        public Event {
            items = List.copyOf(items);
            if (!items.isEmpty() && !name.equals(EventName.MESSAGE_NEW)) {
                throw new IllegalArgumentException("items of " + name);
            }
        }

        private static Event read(Args list) {
            EventName name = EventName.read(list);
            boolean items = name.equals(EventName.MESSAGE_NEW) && list.atList();
            return new Event(name, items ? list.list("items").some(FetchItem::listed) : List.of());
        }

        private void write(TokenWriter to) {
            FetchItem.writeList(items, to.atom(name.toString()));
        }
    }

    public NotifyCommand {
        groups = List.copyOf(groups);
        if (status && groups.isEmpty()) {
            throw new IllegalArgumentException("STATUS of nothing");
        }
    }

    private static NotifyCommand read(Args args) {
        if (args.take("NONE")) {
            return new NotifyCommand(false, List.of());
        }
        if (!args.take("SET")) {
            throw args.fault("neither NONE nor SET");
        }
        boolean status = args.take("STATUS");
        if (!args.more()) {
            throw args.fault("no events");
        }
        return new NotifyCommand(status, args.all(NotifyCommand::group));
    }

    private static Group group(Args args) {
        Args list = args.list("group of events");
        MailboxFilter mailboxes = MailboxFilter.read(list, MailboxFilter.Kind.SUBTREE_ONE);
        List<Event> events = list.take("NONE") ? List.of() : list.list("events").some(Event::read);
        list.end();
        return new Group(mailboxes, events);
    }

    @Override
    public View<NotifyCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.NOTIFY;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(groups.isEmpty() ? "NONE" : "SET");
        if (status) {
            to.atom("STATUS");
        }
        groups.forEach(group -> write(group, to));
    }

    private static void write(Group group, TokenWriter to) {
        group.mailboxes().write(to.open());
        if (group.events().isEmpty()) {
            to.atom("NONE");
        } else {
            to.open();
            group.events().forEach(event -> event.write(to));
            to.close();
        }
        to.close();
    }
}
