package org.example.hello;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.posthouse.testkit.Settings;
import org.posthouse.testkit.Testkit;

class HelloTest {

    private final Hello hello = new Hello();

    @Test
    void shouldKeepMailboxesFromBeingDeleted() {
        try (Testkit kit = Testkit.with("hello", hello)) {
            kit.script("""
                    C: a1 DELETE Archive
                    >C a1 NO posthouse: nothing is deleted today
                    >S

                    C>S a2 LIST "" *
                    S>C * LIST () "/" Archive
                    S>C a2 OK done
                    """);
        }
    }

    @Test
    void shouldSayWhatItsFileSaysInOpenSessions() {
        try (Testkit kit = Testkit.with("hello", hello)) {
            kit.session();
            hello.configure(Settings.of(Hello.Config.class, Map.of("text", "ask Wilma")));
            kit.script("""
                    C: a1 DELETE Archive
                    >C a1 NO posthouse: ask Wilma
                    """);
        }
    }
}
