package org.posthouse.imap.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tokenizer found beside the tokens: deviations, and what ended it. */
final class TokenSink {

    private final Message source;
    private List<Deviation> deviations = List.of();
    private Parsed.@Nullable Malformed<TokenTree> failure;

    TokenSink(Message source) {
        this.source = source;
    }

    void note(Defect defect, int position) {
        if (source.reading().strict()) {
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

    /** As if nothing had been noted or failed since. */
    void forget(int noted) {
        failure = null;
        if (deviations.size() > noted) {
            deviations.subList(noted, deviations.size()).clear();
        }
    }

    Token.Atom atom(int from, int to) {
        Octets octets = source.octets();
        boolean nil = to - from == 3 && octets.slice(from, to).is("NIL");
        return nil ? new Token.Nil(octets, from, to) : new Token.Atom(octets, from, to);
    }

    Token.Text text(int from, int to) {
        return new Token.Text(source.octets(), from, to);
    }

    Parsed<TokenTree> result(List<Token> tokens, List<Token.Literal> literals) {
        return failure != null ? failure : new Parsed.Valid<>(new TokenTree(tokens, literals), deviations);
    }
}
