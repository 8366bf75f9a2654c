package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

@Tag("unit")
class LogTest {

    @Test
    void shouldJoinTheReasonsWithoutRepeatsWhenAFailureHasCauses() {
        Throwable failure = new IllegalStateException(
                "start failed: no port", new RuntimeException("no port", new java.io.IOException("in\n use")));

        assertEquals("start failed: no port: in use", Log.reasons(failure));
    }

    @Test
    void shouldSayAResolveFailureOnceWhenTheFrameworkSaysItTwice() {
        Throwable failure = new BundleException(
                "Unable to resolve x [9]: missing requirement y Unresolved requirements: [[x [9]] y]");

        assertEquals("Unable to resolve x [9]: missing requirement y", Log.reasons(failure));
    }
}
