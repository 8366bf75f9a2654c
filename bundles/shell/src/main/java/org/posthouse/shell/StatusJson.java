package org.posthouse.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;

/** The status for programs. Keys stay; new ones may come. Times are in microseconds, what isn't known is left out. */
final class StatusJson {

    private StatusJson() {}

    static String of(Status status) {
        Json json = new Json().open('{');
        json.key("ready").truth(status.readiness().ready());
        list(json, "reasons", status.readiness().reasons(), StatusJson::reason);
        list(json, "listeners", status.listeners(), StatusJson::listener);
        list(json, "jars", status.jars(), StatusJson::jar);
        return json.close('}').toString();
    }

    private static <T> void list(Json json, String key, List<T> values, BiConsumer<Json, T> each) {
        json.key(key).open('[');
        values.forEach(value -> {
            json.open('{');
            each.accept(json, value);
            json.close('}');
        });
        json.close(']');
    }

    private static void reason(Json json, Reason reason) {
        json.key("kind").string(reason.kind().name().toLowerCase(Locale.ROOT));
        json.key("subject").string(reason.subject());
        json.key("blocks").truth(reason.blocks());
        json.key("reason").string(reason.reason());
        json.key("mend").string(reason.mend());
    }

    private static void listener(Json json, ListenerStatus listener) {
        json.key("name").string(listener.name());
        json.key("address").string(listener.address());
        json.key("state").string(listener.state().word());
        listener.route().ifPresent(route -> route(json, route));
        json.key("sessions").number(listener.sessions());
        json.key("visits").open('{');
        json.key("opened").number(listener.visits().opened());
        json.key("logged_in").number(listener.visits().loggedIn());
        json.key("logins_failed").number(listener.visits().loginsFailed());
        json.close('}').key("traffic").open('{');
        json.key("from_clients").number(listener.traffic().fromClients());
        json.key("to_clients").number(listener.traffic().toClients());
        json.key("commands").number(listener.traffic().commands());
        json.close('}');
        json.key("epoch").number(listener.epoch());
        list(json, "chain", listener.chain(), StatusJson::slot);
    }

    private static void route(Json json, ListenerRoute route) {
        json.key("route").open('{');
        json.key("tls").string(route.tls());
        route.certificateExpires()
                .ifPresent(when -> json.key("certificate_expires").string(when.toString()));
        json.key("upstream").string(route.upstream());
        json.key("upstream_tls").string(route.upstreamTls());
        json.close('}');
    }

    private static void slot(Json json, SlotStatus slot) {
        json.key("id").string(slot.id());
        json.key("state").string(slot.state().word());
        json.key("required").truth(slot.required());
        slot.role().ifPresent(role -> json.key("role").string(role.word()));
        json.key("failure").string(slot.failure().word());
        json.key("interest").string(slot.interest());
        json.key("messages").number(slot.messages());
        json.key("p50_us").number(Micros.of(slot.latency().p50()));
        json.key("p99_us").number(Micros.of(slot.latency().p99()));
        json.key("failures").number(slot.failures());
        json.key("epoch").number(slot.epoch());
        slot.service().ifPresent(id -> json.key("service").number(id));
    }

    private static void jar(Json json, JarStatus jar) {
        json.key("jar").string(jar.jar());
        json.key("bundle").string(jar.bundle());
        json.key("state").string(jar.state().word());
        json.key("reason").string(jar.reason());
        json.key("mend").string(jar.mend());
    }
}
