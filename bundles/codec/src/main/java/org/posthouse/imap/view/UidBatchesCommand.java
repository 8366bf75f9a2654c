package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 UIDBATCHES 2000 10:20}: the UIDs between which so many messages are (RFC 10022).
 *
 * @param size messages per batch, below 2^32
 * @param batches which of them, counted from the greatest UID; empty: all
 */
public record UidBatchesCommand(long size, Optional<PartialRange> batches) implements Command {

    public static final View<UidBatchesCommand> VIEW =
            MessageReader.command(CommandName.UIDBATCHES, UidBatchesCommand::read);

    public UidBatchesCommand {
        boolean fromTheEnd = batches.filter(range -> range.first() < 0).isPresent();
        if (size < 1 || size > Args.NUMBER_32 || fromTheEnd) {
            throw new IllegalArgumentException("batches of " + size);
        }
    }

    private static UidBatchesCommand read(Args args) {
        long size = args.number("size", 1, Args.NUMBER_32);
        Optional<PartialRange> batches = args.more() ? Optional.of(PartialRange.read(args)) : Optional.empty();
        return new UidBatchesCommand(size, batches);
    }

    @Override
    public View<UidBatchesCommand> view() {
        return VIEW;
    }

    @Override
    public CommandName name() {
        return CommandName.UIDBATCHES;
    }

    @Override
    public void writeArguments(TokenWriter to) {
        to.number(size);
        batches.ifPresent(range -> to.atom(range.toString()));
    }
}
