package org.posthouse.console;

import java.io.IOException;
import java.util.Optional;
import org.apache.felix.utils.json.JSONWriter;
import org.posthouse.admin.SessionStatus;

/** A session as JSON; what isn't known is null, times are milliseconds since 1970. */
final class SessionJson {

    private SessionJson() {}

    static void write(JSONWriter json, SessionStatus session) throws IOException {
        json.object();
        json.key("id").value(session.id()).key("listener").value(session.listener());
        json.key("client")
                .value(session.client())
                .key("phase")
                .value(session.phase().word());
        optional(json, "user", session.user());
        optional(json, "mailbox", session.mailbox());
        json.key("idling").value(session.idling());
        optional(json, "clientTls", session.clientTls());
        json.key("upstream").value(session.upstream());
        optional(json, "upstreamTls", session.upstreamTls());
        optional(json, "clientName", session.clientName());
        json.key("chain").array();
        for (String slot : session.chain()) {
            json.value(slot);
        }
        json.endArray();
        StatusJson.traffic(json, session.traffic());
        json.key("opened").value(session.opened().toEpochMilli()).endObject();
    }

    private static void optional(JSONWriter json, String key, Optional<String> text) throws IOException {
        json.key(key);
        if (text.isPresent()) {
            json.value(text.get());
        } else {
            json.value((Object) null);
        }
    }
}
