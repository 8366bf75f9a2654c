package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tokenizer found beside the tokens: deviations, and what ended it. */
final class TokenSink {

    private final boolean strict;
    private List<Deviation> deviations = List.of();
    private Parsed.@Nullable Malformed<TokenTree> failure;
    private int before;

    TokenSink(Message source) {
        strict = source.reading().strict();
    }

    void note(Defect defect, int position) {
        if (strict) {
            fail(position, "not strictly: " + defect);
        } else {
            if (deviations.isEmpty()) {
                deviations = new ArrayList<>();
            }
            deviations.add(new Deviation(defect, position));
        }
    }

    /** The first failure counts. */
    void fail(int position, String reason) {
        if (failure == null) {
            failure = new Parsed.Malformed<>(position, reason);
        }
    }

    boolean failed() {
        return failure != null;
    }

    int noted() {
        return deviations.size();
    }

    /** A token begins: what is noted from now on is noted of it. */
    void begin() {
        before = failed() ? -1 : noted();
    }

    /** The token that began last may still grow: nothing is to be said of it. */
    void withdraw() {
        if (before >= 0) {
            forget(before);
        }
    }

    /** As if nothing had been noted or failed since. */
    void forget(int noted) {
        failure = null;
        if (deviations.size() > noted) {
            deviations.subList(noted, deviations.size()).clear();
        }
    }

    Parsed<TokenTree> result(TokenTape tape, List<Token.Literal> literals) {
        return failure != null ? failure : new Parsed.Valid<>(new TokenTree(tape, literals), deviations);
    }
}
