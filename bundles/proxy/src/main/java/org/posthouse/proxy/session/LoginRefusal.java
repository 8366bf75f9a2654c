package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.StatusCode;

/** Whether a login was refused for what the client presented: whoever tries names and passwords is told from who has bad luck. */
final class LoginRefusal {

    /** Codes that say that nobody has looked at the credentials (RFC 5530). */
    private static final List<String> UNJUDGED = List.of(
            "UNAVAILABLE", "PRIVACYREQUIRED", "CANNOT", "LIMIT", "INUSE", "SERVERBUG", "CLIENTBUG", "CONTACTADMIN");

    private LoginRefusal() {}

    static boolean login(CommandSpec spec) {
        return spec == CommandSpec.LOGIN || spec == CommandSpec.AUTHENTICATE;
    }

    /** By a reply of the proxy's or an interceptor's. */
    static boolean judged(Admission.Refused reply) {
        return reply.status().startsWith("NO")
                && UNJUDGED.stream().noneMatch(code -> reply.status().contains("[" + code));
    }

    /** By a tagged NO of the server. */
    static boolean judged(ByteBuf in, int pos, int end) {
        return UNJUDGED.stream()
                .noneMatch(code -> StatusCode.find(in, pos, end, code).isPresent());
    }
}
