package org.posthouse.imap.wire;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Provisional: signatures only. */
public final class StatusCode {
    private StatusCode() {}

    public static Optional<Span> find(ByteBuf buf, int start, int end, String name) { return Optional.empty(); }
}
