package org.posthouse.imap.token;

/** Whether what a message begins with makes it a command or a response at all. */
final class HeadCheck {

    private final Message source;
    private final TokenSink sink;

    HeadCheck(Message source, TokenSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void check(TokenTape tokens) {
        boolean command = source.kind() == Message.Kind.COMMAND;
        if (tokens.size() == 0 || !tokens.isAtom(0)) {
            sink.fail(0, "no tag");
        } else if (!command && tokens.isAtom(0, "+")) {
            return;
        } else if (tokens.size() < 2 || !tokens.isAtom(1)) {
            sink.fail(tokens.end(0), "nothing behind the tag");
        } else if (!tokens.isAtom(0, "*") && !command && !isResult(tokens.octets(1))) {
            sink.fail(tokens.start(1), "neither data nor a result");
        } else if (command || !tokens.isAtom(0, "*")) {
            tag(tokens.octets(0));
        }
    }

    /** Whether this word makes a response with a tag. */
    static boolean isResult(Octets word) {
        return switch (word.length()) {
            case 2 -> word.is("OK") || word.is("NO");
            case 3 -> word.is("BAD") || word.is("BYE");
            case 7 -> word.is("PREAUTH");
            default -> false;
        };
    }

    /** Whether it can't be a status or a continuation request: {@code * 1 FETCH}, {@code * LIST}. */
    static boolean isData(Octets response) {
        return response.length() > 2
                && response.at(0) == '*'
                && response.at(1) == ' '
                && Syntax.isWord((char) response.at(2))
                && "OoNnBbPp".indexOf(response.at(2)) < 0;
    }

    private void tag(Octets tag) {
        for (int i = 0; i < tag.length(); i++) {
            int octet = tag.at(i);
            if (octet <= ' ' || octet >= 0x7F || "(){%*\"\\+".indexOf(octet) >= 0) {
                sink.fail(i, "no tag");
            }
        }
    }
}
