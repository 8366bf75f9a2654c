package org.posthouse.example.loginthrottle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.TestClock;
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

    private final TestClock clock = new TestClock();
    private final LoginThrottle service = new LoginThrottle(clock);

    @Test
    void shouldLetTheFourthWaitWhateverTheSession() {
        try (Testkit kit = throttled().from("192.0.2.1")) {
            kit.script(THREE_FAILED + """
                    C3: a1 LOGIN fred four
                    ! advance 999ms
                    >S3
                    ! advance 1ms
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
    void shouldGrowToItsLimitAndForgive() {
        FailedLogins failed = new FailedLogins(clock);
        InetSocketAddress client = new InetSocketAddress("2001:db8::1", 1);
        InetSocketAddress neighbour = new InetSocketAddress("2001:db8::ffff:2", 2);
        for (int seconds : new int[] {0, 0, 0, 1, 2, 4, 8, 15, 15}) {
            assertEquals(Duration.ofSeconds(seconds), failed.delay(client));
            assertEquals(failed.delay(client), failed.delay(neighbour), "one /64 is one client");
            failed.failed(client);
        }
        try (Testkit kit = throttled()) {
            kit.script("""
                    S>C * OK still there
                    ! advance 60s
                    S>C * OK still there
                    """);
        }
        assertEquals(Duration.ofSeconds(15), failed.delay(client));
    }

    @Test
    void shouldForgetWhoWasThereLongestAgoWhenThereAreMany() {
        FailedLogins failed = new FailedLogins(clock);
        failed.limits(0, 15);
        for (int i = 0; i <= FailedLogins.MOST_ADDRESSES; i++) {
            failed.failed(new InetSocketAddress("10.0." + i / 256 + "." + i % 256, 1));
        }
        assertEquals(Duration.ofSeconds(1), failed.delay(new InetSocketAddress("10.0.0.0", 1)));
        assertEquals(Duration.ofSeconds(2), failed.delay(new InetSocketAddress("10.0.0.1", 1)));
    }

    @Test
    void shouldTakeNewLimitsAndKeepThemWhenTheNextAreWrong() {
        configure("0", "1");
        configure("0", "60");
        configure("none", "5");
        try (Testkit kit = throttled()) {
            kit.script("""
                    C: a1 LOGIN fred one
                    ! advance 1s
                    >S a1 LOGIN fred one
                    S>C a1 NO wrong
                    C: a2 LOGIN fred two
                    ! advance 1s
                    >S a2 LOGIN fred two
                    S>C a2 OK in
                    """);
        }
    }

    private void configure(String free, String most) {
        service.configure(Settings.of(LoginThrottle.Config.class, Map.of("free", free, "most", most)));
    }

    private Testkit throttled() {
        return Testkit.with("login-throttle", service).greeted().clock(clock);
    }
}
