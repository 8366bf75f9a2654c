package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 THREAD REFERENCES UTF-8 ALL} (RFC 5256 §3).
 */
public record ThreadCommand(boolean uid, ThreadAlgorithm algorithm, Octets charset, List<SearchKey> keys)
        implements Command {

    public static final View<ThreadCommand> VIEW = MessageReader.command(
            "THREAD",
            (args, uid) -> new ThreadCommand(
                    uid, ThreadAlgorithm.read(args), args.astring("charset"), SearchReader.read(args)));

    public ThreadCommand {
        Strings.checked(charset);
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no search keys");
        }
    }

    @Override
    public View<ThreadCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return uid ? CommandName.UID_THREAD : CommandName.THREAD;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.atom(algorithm.toString()).astring(charset);
        keys.forEach(key -> key.match(new SearchWriting(to)));
    }
}
