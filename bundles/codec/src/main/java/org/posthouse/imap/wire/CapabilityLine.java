package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.posthouse.imap.Capability;

/** Provisional: signatures only. */
public final class CapabilityLine {
    private CapabilityLine() {}

    public static Optional<Span> find(ByteBuf buf, int start, int end) { return Optional.empty(); }

    public static List<Capability> read(ByteBuf buf, Span list) { return List.of(); }

    public static Optional<byte[]> edit(byte[] line, Span list, Predicate<Capability> remove, List<Capability> add) {
        return Optional.empty();
    }
}
