package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Holds that something fails, and that the message says what an author needs. */
final class Failures {

    private Failures() {}

    static void fails(Executable what, String... saying) {
        String message = String.valueOf(assertThrows(AssertionError.class, what).getMessage());
        for (String each : saying) {
            assertTrue(message.contains(each), () -> "\"" + each + "\" is not in:\n" + message);
        }
    }
}
