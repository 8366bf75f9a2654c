package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenTree;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/**
 * {@code a1 OK [READ-WRITE] SELECT completed}, {@code * BYE see you} (RFC 9051 §7.1). A greeting is one too.
 *
 * @param tag whose result it is; empty if untagged
 * @param text for people, never to decide by
 */
public record StatusResponse(Optional<String> tag, Status status, Optional<ResponseCode> code, Octets text)
        implements Response {

    public static final View<StatusResponse> VIEW = MessageReader.of(Message.Kind.RESPONSE, StatusResponse::read);

    /** What a server begins with: untagged, OK, PREAUTH or BYE; anything else is Malformed. */
    public static final View<StatusResponse> GREETING =
            MessageReader.of(Message.Kind.RESPONSE, StatusResponse::greeting);

    public StatusResponse {
        Strings.line(text);
        boolean untaggedOnly = status == Status.BYE || status == Status.PREAUTH;
        if (tag.isPresent() && (untaggedOnly || !isTag(tag.get())) || code.isEmpty() && CodeReader.isCoded(text)) {
            throw new IllegalArgumentException("no tag, a tag where none may be, or text that reads as a code");
        }
    }

    public static StatusResponse untagged(Status status, String text) {
        return new StatusResponse(Optional.empty(), status, Optional.empty(), Octets.of(text));
    }

    public static StatusResponse tagged(String tag, Status status, String text) {
        return new StatusResponse(Optional.of(tag), status, Optional.empty(), Octets.of(text));
    }

    public StatusResponse with(ResponseCode changed) {
        return new StatusResponse(tag, status, Optional.of(changed), text);
    }

    private static boolean isTag(String tag) {
        return !tag.isEmpty() && tag.chars().allMatch(c -> Word.isAtomOctet(c) && c != '+' || c == ']');
    }

    private static Optional<StatusResponse> read(Args args, TokenTree tree) {
        Optional<Status> status = tree.at(1).flatMap(StatusResponse::status);
        if (status.isEmpty() || args.atAtom("+")) {
            return Optional.empty();
        }
        Optional<String> tag = args.atAtom("*")
                ? Optional.empty()
                : Optional.of(args.octets("tag").latin1());
        boolean untaggedOnly = status.get() == Status.BYE || status.get() == Status.PREAUTH;
        if (tag.isPresent() && (untaggedOnly || !isTag(tag.get()))) {
            throw args.fault("no tag, or one where none may be");
        }
        args.skip("tag");
        args.skip("status");
        Optional<ResponseCode> code =
                args.atSection() ? Optional.of(CodeReader.read(args.brackets("code"))) : Optional.empty();
        return Optional.of(new StatusResponse(tag, status.get(), code, text(args)));
    }

    private static Optional<StatusResponse> greeting(Args args, TokenTree tree) {
        boolean greets =
                args.atAtom("*") && (tree.isAtom(1, "OK") || tree.isAtom(1, "PREAUTH") || tree.isAtom(1, "BYE"));
        if (!greets) {
            throw args.fault("no greeting");
        }
        return read(args, tree);
    }

    static Octets text(Args args) {
        if (!args.more()) {
            return Octets.EMPTY;
        }
        Octets text = args.octets("text");
        if (text.hasNul() || text.latin1().indexOf('\r') >= 0) {
            throw args.fault("NUL or CR in text");
        }
        args.skip("text");
        args.end();
        return text;
    }

    private static Optional<Status> status(Token token) {
        for (Status status : Status.values()) {
            if (token.isAtom(status.name())) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    @Override
    public View<StatusResponse> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        to.atom(tag.orElse("*")).atom(status.name());
        code.ifPresent(there -> CodeReader.write(there, to));
        to.text(text);
    }
}
