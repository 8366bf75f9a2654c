package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code + go ahead}, or a SASL challenge in base64 (RFC 9051 §7.6): which of the two only the exchange tells.
 */
public record ContinuationRequest(Optional<ResponseCode> code, Octets text) implements Response {

    public static final View<ContinuationRequest> VIEW =
            MessageReader.of(Message.Kind.RESPONSE, ContinuationRequest::read);

    public ContinuationRequest {
        Strings.line(text);
        if (code.isEmpty() && CodeReader.isCoded(text)) {
            throw new IllegalArgumentException("text that reads as a code");
        }
    }

    private static Optional<ContinuationRequest> read(Args args, TokenTree tree) {
        if (!args.take("+")) {
            return Optional.empty();
        }
        Optional<ResponseCode> code =
                args.atSection() ? Optional.of(CodeReader.read(args.brackets("code"))) : Optional.empty();
        return Optional.of(new ContinuationRequest(code, StatusResponse.text(args)));
    }

    @Override
    public View<ContinuationRequest> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom("+");
        code.ifPresent(there -> CodeReader.write(there, to));
        to.text(text);
    }
}
