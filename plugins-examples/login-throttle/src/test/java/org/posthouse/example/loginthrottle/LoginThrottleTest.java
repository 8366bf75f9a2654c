package org.posthouse.example.loginthrottle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

@Tag("embedded")
class LoginThrottleTest {

    private static final String THREE_FAILED = """
            C>S a1 LOGIN fred one
            S>C a1 NO wrong
            C2: a1 LOGIN fred two
            >S2 a1 LOGIN fred two
            S2: a1 NO wrong
            >C2 a1 NO wrong
            C>S a2 AUTHENTICATE PLAIN AGZyZWQAdGhyZWU=
            S>C a2 NO wrong
            """;

    private final LoginThrottle service = new LoginThrottle();

    @Test
    void shouldLetTheFourthWaitWhateverTheSession() {
        try (Testkit kit = throttled().from("192.0.2.1")) {
            kit.script(THREE_FAILED + """
                    C3: a1 LOGIN fred four
                    ! advance 0.999s
                    >S3
                    ! advance 0.001s
                    >S3 a1 LOGIN fred four
                    S3: a1 NO wrong
                    >C3 a1 NO wrong
                    C: a5 LOGIN fred five
                    ! advance 1s
                    >S
                    ! advance 1s
                    >S a5 LOGIN fred five
                    S>C a5 OK in
                    """);
        }
    }

    @Test
    void shouldNotLetOthersWait() {
        try (Testkit kit = throttled().from("192.0.2.1", "192.0.2.1", "192.0.2.3")) {
            kit.script(THREE_FAILED + """
                    C3: a1 LOGIN wilma secret
                    >S3 a1 LOGIN wilma secret
                    S3: a1 OK in
                    >C3 a1 OK in
                    """);
        }
    }

    @Test
    void shouldNotCountOtherFailures() {
        try (Testkit kit = throttled().loggedIn()) {
            kit.script("""
                    C>S a1 SELECT A
                    S>C a1 NO no such mailbox
                    C>S a2 SELECT B
                    S>C a2 NO no such mailbox
                    C>S a3 SELECT C
                    S>C a3 NO no such mailbox
                    C2: a1 NOOP
                    >S2 a1 NOOP
                    S2: a1 OK done
                    >C2 a1 OK done
                    """);
        }
    }

    @Test
    void shouldGrowToALimit() {
        try (Testkit kit = throttled()) {
            for (int seconds : new int[] {0, 0, 0, 1, 2, 4, 8, 15, 15}) {
                kit.client().sends("a1 LOGIN fred wrong");
                if (seconds > 0) {
                    kit.advance(Duration.ofSeconds(seconds).minusMillis(1));
                    kit.server().receivedNothing();
                    kit.advance(Duration.ofMillis(1));
                }
                kit.server().received("a1 LOGIN fred wrong").sends("a1 NO wrong");
                kit.client().received("a1 NO wrong");
            }
        }
    }

    @Test
    void shouldForgiveAfterAQuarterOfAnHour() {
        AtomicLong now = new AtomicLong();
        FailedLogins failed = new FailedLogins(now::get);
        failed.add(client("2001:db8::1"));
        failed.add(client("2001:db8::ffff:1"));
        assertEquals(2, failed.of(client("2001:db8::2")), "one /64 is one client");
        now.addAndGet(Duration.ofMinutes(15).toNanos());
        assertEquals(2, failed.of(client("2001:db8::2")));
        now.addAndGet(1);
        assertEquals(0, failed.of(client("2001:db8::2")));
    }

    @Test
    void shouldForgetWhoWasThereLongestAgoWhenThereAreMany() {
        FailedLogins failed = new FailedLogins(() -> 0);
        for (int i = 0; i <= FailedLogins.MOST_ADDRESSES; i++) {
            failed.add(client("10.0." + i / 256 + "." + i % 256));
        }
        assertEquals(0, failed.of(client("10.0.0.0")));
        assertEquals(1, failed.of(client("10.0.0.1")));
    }

    @Test
    void shouldTakeANewNumberAndKeepItWhenTheNextIsWrong() {
        free("0");
        free("-1");
        free("few");
        try (Testkit kit = throttled()) {
            kit.script("""
                    C: a1 LOGIN fred one
                    ! advance 1s
                    >S a1 LOGIN fred one
                    S>C a1 NO wrong
                    """);
        }
    }

    private static InetSocketAddress client(String address) {
        return new InetSocketAddress(address, 1);
    }

    private void free(String number) {
        service.configure(Settings.of(LoginThrottle.Config.class, Map.of("free", number)));
    }

    private Testkit throttled() {
        return Testkit.with("login-throttle", service).greeted();
    }
}
