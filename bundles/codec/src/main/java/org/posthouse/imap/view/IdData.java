package org.posthouse.imap.view;

import java.util.Optional;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.imap.token.View;

/** {@code * ID ("name" "x")} (RFC 2971 §3.2). */
public record IdData(IdFields fields) implements Response {

    public static final View<IdData> VIEW = MessageReader.of(Message.Kind.RESPONSE, (args, tree) -> {
        if (!args.take("*") || !args.take("ID")) {
            return Optional.empty();
        }
        IdData data = new IdData(IdFields.read(args));
        args.end();
        return Optional.of(data);
    });

    @Override
    public View<IdData> view() {
        return VIEW;
    }

    @Override
    public void write(TokenWriter to) {
        fields.write(to.atom("*").atom("ID"));
    }
}
