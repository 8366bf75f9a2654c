package org.posthouse.imap.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What looks at single octets where a plain scan stops. Most messages need none of it, so it is made on first use. */
final class CloseLook {

    private final Message message;
    private final Nesting nesting;
    private final TokenSink sink;
    private @Nullable LiteralScan literals;
    private @Nullable AtomScan atoms;

    CloseLook(Message message, Nesting nesting, TokenSink sink) {
        this.message = message;
        this.nesting = nesting;
        this.sink = sink;
    }

    LiteralScan literals() {
        LiteralScan known = literals;
        if (known == null) {
            known = new LiteralScan(message, sink);
            literals = known;
        }
        return known;
    }

    AtomScan atoms() {
        AtomScan known = atoms;
        if (known == null) {
            known = new AtomScan(message, nesting, literals(), sink);
            atoms = known;
        }
        return known;
    }

    QuotedScan strings() {
        return new QuotedScan(message, sink);
    }

    /** As if no literal had been found from this index on. */
    void forget(int from) {
        if (literals != null) {
            literals.forget(from);
        }
    }

    /** The literals that were found. */
    List<Token.Literal> found() {
        return literals == null ? List.of() : literals.found();
    }
}
