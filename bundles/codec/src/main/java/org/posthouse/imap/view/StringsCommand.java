package org.posthouse.imap.view;

import java.util.List;
import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** A command of strings alone: LANGUAGE and COMPARATOR (RFC 5255), CANCELUPDATE (RFC 5267). */
public record StringsCommand(CommandName name, List<Octets> values) implements Command {

    static final Set<CommandName> NAMES =
            Set.of(CommandName.LANGUAGE, CommandName.COMPARATOR, CommandName.CANCELUPDATE);

    public static final View<StringsCommand> VIEW = MessageReader.commands(NAMES, StringsCommand::read);

    /** LANGUAGE and COMPARATOR without a value ask what there is. */
    public StringsCommand {
        values = List.copyOf(values);
        values.forEach(Strings::checked);
        if (!NAMES.contains(name) || values.isEmpty() && name.equals(CommandName.CANCELUPDATE)) {
            throw new IllegalArgumentException(name + " has other arguments");
        }
    }

    private static StringsCommand read(CommandName name, Args args) {
        if (!args.more() && name.equals(CommandName.CANCELUPDATE)) {
            throw args.fault("no tags");
        }
        boolean tags = name.equals(CommandName.CANCELUPDATE);
        return new StringsCommand(name, args.all(list -> tags ? list.string("tag") : list.astring("value")));
    }

    @Override
    public View<StringsCommand> view() {
        return VIEW;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        boolean tags = name.equals(CommandName.CANCELUPDATE);
        values.forEach(value -> {
            if (tags) {
                to.string(value);
            } else {
                to.astring(value);
            }
        });
    }
}
