package org.posthouse.proxy.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class IdentityTest {

    @Test
    void shouldTakeNameAndPathFromTheFileWhenFileInstallNamesIt() {
        Identity identity = Identity.of(Map.of(
                "felix.fileinstall.filename",
                "file:/opt/posthouse/conf/org.posthouse.listener-tls-in.cfg",
                "service.pid",
                "x"));

        assertEquals(new Identity("tls-in", "/opt/posthouse/conf/org.posthouse.listener-tls-in.cfg"), identity);
    }

    @Test
    void shouldTakeNameFromThePidWhenNoFileIsInvolved() {
        assertEquals(
                "imaps",
                Identity.of(Map.of("service.pid", "org.posthouse.listener~imaps"))
                        .name());
        assertEquals(
                "0a1b",
                Identity.of(Map.of("service.pid", "org.posthouse.listener.0a1b"))
                        .name());
    }
}
