package org.posthouse.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.posthouse.admin.Latency;
import org.posthouse.admin.ListenerRoute;
import org.posthouse.admin.ListenerState;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Readiness;
import org.posthouse.admin.Reason;
import org.posthouse.admin.SlotFailure;
import org.posthouse.admin.SlotRole;
import org.posthouse.admin.SlotState;
import org.posthouse.admin.SlotStatus;
import org.posthouse.admin.Status;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;

@Tag("unit")
class StatusTextTest {

    private static SlotStatus slot(SlotState state, boolean required, SlotFailure failure) {
        return new SlotStatus(
                "guard",
                state,
                required,
                Optional.of(SlotRole.MUTATE),
                failure,
                "LOGIN",
                7,
                new Latency(Duration.ofNanos(1_500), Duration.ofMillis(2)),
                1,
                3,
                OptionalLong.of(42));
    }

    private static ListenerStatus listener(ListenerState state, SlotStatus... chain) {
        ListenerRoute route = new ListenerRoute(
                "implicit", Optional.of(Instant.parse("2027-01-02T03:04:05Z")), "mail.example:993", "starttls");
        return new ListenerStatus(
                "main",
                "127.0.0.1:143",
                state,
                Optional.of(route),
                12,
                new Visits(100, 80, 5),
                new Traffic(1_000, 2_000, 300),
                3,
                List.of(chain));
    }

    @Test
    void shouldWriteEachFieldWhenWrittenAsJson() {
        JarStatus jar = new JarStatus("x.jar", "", JarState.FAILED, "says \"no\"\n\\ \u0001 ü", "");
        List<ListenerStatus> listeners =
                List.of(listener(ListenerState.OPEN, slot(SlotState.SERVING, true, SlotFailure.CLOSED)));
        Status status = new Status(
                new Readiness(List.of(new Reason(Reason.Kind.JAR, jar.jar(), true, jar.reason(), jar.mend()))),
                listeners,
                List.of(jar));

        assertEquals(
                "{\"ready\":false,\"reasons\":[{\"kind\":\"jar\",\"subject\":\"x.jar\",\"blocks\":true,"
                        + "\"reason\":\"says \\\"no\\\"\\u000a\\\\ \\u0001 ü\",\"mend\":\"\"}],"
                        + "\"listeners\":[{\"name\":\"main\",\"address\":\"127.0.0.1:143\",\"state\":\"open\","
                        + "\"route\":{\"tls\":\"implicit\",\"certificate_expires\":\"2027-01-02T03:04:05Z\","
                        + "\"upstream\":\"mail.example:993\",\"upstream_tls\":\"starttls\"},\"sessions\":12,"
                        + "\"visits\":{\"opened\":100,\"logged_in\":80,\"logins_failed\":5},"
                        + "\"traffic\":{\"from_clients\":1000,\"to_clients\":2000,\"commands\":300},"
                        + "\"epoch\":3,\"chain\":[{\"id\":\"guard\",\"state\":\"serving\",\"required\":true,\"role\":\"mutate\","
                        + "\"failure\":\"closed\",\"interest\":\"LOGIN\",\"messages\":7,\"p50_us\":2,\"p99_us\":2000,"
                        + "\"failures\":1,\"epoch\":3,\"service\":42}]}],"
                        + "\"jars\":[{\"jar\":\"x.jar\",\"bundle\":\"\",\"state\":\"failed\","
                        + "\"reason\":\"says \\\"no\\\"\\u000a\\\\ \\u0001 ü\",\"mend\":\"\"}]}",
                StatusJson.of(status));
    }

    @Test
    void shouldAlignColumnsWhenWrittenForPeople() {
        List<ListenerStatus> listeners =
                List.of(listener(ListenerState.OPEN, slot(SlotState.VACANT, true, SlotFailure.CLOSED)));
        Status status = new Status(
                new Readiness(List.of(new Reason(
                        Reason.Kind.INTERCEPTOR,
                        "main/guard",
                        true,
                        "its interceptor has gone: what it guards is held, then refused",
                        "put its jar back, or take the id out of the key interceptors"))),
                listeners,
                List.of());

        assertEquals("""
                not ready
                  ! interceptor:main/guard its interceptor has gone: what it guards is held, then refused (put its jar back,\
                 or take the id out of the key interceptors)

                LISTENER  STATE  ADDRESS        SESSIONS  EPOCH  TLS       CERTIFICATE                 UPSTREAM          UPSTREAM.TLS
                main      open   127.0.0.1:143  12        3      implicit  until 2027-01-02T03:04:05Z  mail.example:993  starttls

                TRAFFIC  OPENED  LOGINS  FAILED  COMMANDS  IN    OUT
                main     100     80      5       300       1000  2000

                CHAIN  ID     STATE   REQUIRED  ROLE    FAILURE  MESSAGES  P50  P99     FAILURES  EPOCH  INTEREST
                main   guard  vacant  yes       mutate  closed   7         2us  2000us  1         3      LOGIN
                """, StatusTable.of(status));
    }

    @Test
    void shouldEndWithTheCodeOfReadinessWhenAskedFromOutside() {
        Status ready = new Status(new Readiness(List.of()), List.of(), List.of());
        StatusCommand command = new StatusCommand(new FakeAdministration() {
            @Override
            public Status status() {
                return ready;
            }
        });

        assertTrue(command.apply("").startsWith("0\nready\n"));
        assertTrue(command.apply("--json").startsWith("0\n{\"ready\":true,"));
        assertTrue(command.apply("--yaml").startsWith("64\n"));
    }
}
