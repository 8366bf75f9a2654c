package org.posthouse.console;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.utils.json.JSONWriter;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;

/** What {@code Status} holds, as members of an object that the caller has begun. Times are milliseconds since 1970. */
final class StatusJson {

    private StatusJson() {}

    static void readiness(JSONWriter json, Readiness readiness) throws IOException {
        json.key("ready").value(readiness.ready()).key("reasons").array();
        for (Reason reason : readiness.reasons()) {
            json.object().key("kind").value(reason.kind().name().toLowerCase(Locale.ROOT));
            json.key("subject").value(reason.subject()).key("blocks").value(reason.blocks());
            json.key("reason").value(reason.reason()).key("mend").value(reason.mend());
            json.endObject();
        }
        json.endArray();
    }

    static void jars(JSONWriter json, List<JarStatus> jars) throws IOException {
        json.key("jars").array();
        for (JarStatus jar : jars) {
            json.object().key("jar").value(jar.jar()).key("bundle").value(jar.bundle());
            json.key("state").value(jar.state().word());
            json.key("reason").value(jar.reason()).key("mend").value(jar.mend());
            json.endObject();
        }
        json.endArray();
    }

    static void listeners(JSONWriter json, List<ListenerStatus> listeners) throws IOException {
        json.key("listeners").array();
        for (ListenerStatus listener : listeners) {
            json.object().key("name").value(listener.name()).key("address").value(listener.address());
            json.key("state").value(listener.state().word()).key("sessions").value(listener.sessions());
            if (listener.route().isPresent()) {
                route(json, listener.route().get());
            }
            visits(json, listener.visits());
            traffic(json, listener.traffic());
            json.key("epoch").value(listener.epoch());
            json.key("chain").array();
            for (SlotStatus slot : listener.chain()) {
                slot(json, slot);
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void route(JSONWriter json, ListenerRoute route) throws IOException {
        json.key("tls").value(route.tls()).key("upstream").value(route.upstream());
        json.key("upstreamTls").value(route.upstreamTls());
        Optional<Instant> expires = route.certificateExpires();
        if (expires.isPresent()) {
            json.key("certificateExpires").value(expires.get().toEpochMilli());
        }
    }

    private static void slot(JSONWriter json, SlotStatus slot) throws IOException {
        json.object().key("id").value(slot.id()).key("state").value(slot.state().word());
        json.key("required").value(slot.required());
        json.key("role").value(slot.role().map(SlotRole::word).orElse(""));
        json.key("failure").value(slot.failure().word()).key("interest").value(slot.interest());
        json.key("messages").value(slot.messages()).key("failures").value(slot.failures());
        json.key("p50").value(slot.latency().p50().toNanos() / 1000);
        json.key("p99").value(slot.latency().p99().toNanos() / 1000);
        json.key("epoch").value(slot.epoch()).endObject();
    }

    /** One row of numbers: a quarter of an hour has hundreds. */
    static void sample(JSONWriter json, History.Sample sample) throws IOException {
        Visits visits = sample.visits();
        Traffic traffic = sample.traffic();
        json.array().value(sample.at().toEpochMilli()).value(sample.sessions()).value(traffic.commands());
        json.value(traffic.fromClients()).value(traffic.toClients());
        json.value(visits.loggedIn()).value(visits.loginsFailed()).endArray();
    }

    static void traffic(JSONWriter json, Traffic traffic) throws IOException {
        json.key("fromClients").value(traffic.fromClients()).key("toClients").value(traffic.toClients());
        json.key("commands").value(traffic.commands());
    }

    private static void visits(JSONWriter json, Visits visits) throws IOException {
        json.key("opened").value(visits.opened()).key("loggedIn").value(visits.loggedIn());
        json.key("loginsFailed").value(visits.loginsFailed());
    }
}
