package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Component properties without a container. */
class SettingsTest {

    @interface Limits {
        int most() default 5;

        String[] mailboxes() default {"INBOX"};

        boolean strict();

        String[] users();
    }

    @Test
    void shouldHaveDefaultsWhereNothingIsSet() {
        Limits limits = Settings.of(Limits.class);
        assertEquals(5, limits.most());
        assertArrayEquals(new String[] {"INBOX"}, limits.mailboxes());
        assertEquals(false, limits.strict());
        assertEquals(0, limits.users().length);
    }

    @Test
    void shouldHaveWhatIsSet() {
        Limits limits = Settings.of(Limits.class, Map.of("most", 7, "users", new String[] {"a"}));
        assertEquals(7, limits.most());
        assertArrayEquals(new String[] {"a"}, limits.users());
    }

    @Test
    void shouldRefuseWhatTheTypeDoesNotHave() {
        assertThrows(IllegalArgumentException.class, () -> Settings.of(Limits.class, Map.of("least", 1)));
        assertThrows(IllegalArgumentException.class, () -> Settings.of(Limits.class, Map.of("most", "many")));
    }
}
