package org.posthouse.imap.token;

import java.util.List;

/** Whether what a message begins with makes it a command or a response at all. */
final class HeadCheck {

    private final Message source;
    private final TokenSink sink;

    HeadCheck(Message source, TokenSink sink) {
        this.source = source;
        this.sink = sink;
    }

    void check(List<Token> tokens) {
        boolean command = source.kind() == Message.Kind.COMMAND;
        if (tokens.isEmpty() || !(tokens.get(0) instanceof Token.Atom)) {
            sink.fail(0, "no tag");
        } else if (!command && tokens.get(0).isAtom("+")) {
            return;
        } else if (tokens.size() < 2 || !(tokens.get(1) instanceof Token.Atom)) {
            sink.fail(tokens.get(0).end(), "nothing behind the tag");
        } else if (!tokens.get(0).isAtom("*") && !command && !StatusScan.isResult(tokens.get(1))) {
            sink.fail(tokens.get(1).start(), "neither data nor a result");
        } else if (command || !tokens.get(0).isAtom("*")) {
            tag(tokens.get(0).octets());
        }
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
