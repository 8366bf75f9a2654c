package org.posthouse.run.embed.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.posthouse.embed.peer.Await;
import org.posthouse.embed.peer.MailClient;
import org.posthouse.embed.peer.MailServer;
import org.posthouse.embed.peer.Threads;
import org.posthouse.run.embed.Built;

@Tag("container")
class BareFelixTest {

    /** What a host has anyway; SCR asks for the last three. */
    private static final Set<String> HOST = Set.of(
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.osgi.service.component",
            "org.osgi.util.function",
            "org.osgi.util.promise");

    private static final String TOO_BIG = "APPEND INBOX {70000000}";

    @TempDir
    Path storage;

    @Test
    void shouldProxyAndLeaveNothingBehindWhenTheHostHasConfigAdminAndScrOnly() throws Exception {
        try (MailServer server = MailServer.start();
                FelixHost host = new FelixHost(storage)) {
            host.install(jars(HOST::contains));
            Threads before = Threads.now();
            List<Bundle> posthouse = host.install(jars(BareFelixTest::oursOrNetty));
            host.listen("office", keys(server));
            Await.until("the port", () -> host.port("office") > 0);
            int port = host.port("office");
            try (MailClient client = new MailClient(port)) {
                assertTrue(client.line().orElse("").startsWith("* OK"));
                assertEquals("a0 OK done", client.ask("a0 LOGIN fred secret"));
                assertEquals("a1 OK done", client.ask("a1 " + TOO_BIG));
                Bundle limit =
                        host.install(List.of(Built.example("append-limit"))).get(0);
                Await.until("the interceptor in the session", () -> client.ask("b " + TOO_BIG)
                        .startsWith("b NO [TOOBIG] posthouse: "));
                limit.uninstall();
                assertEquals("a3 OK done", client.ask("a3 " + TOO_BIG));
                uninstall(posthouse);
                assertTrue(client.line().orElse("").startsWith("* BYE"));
            }
            assertThrows(UncheckedIOException.class, () -> new MailClient(port).close());
            assertEquals(List.of(), before.stayed());
            assertEquals(
                    List.of(),
                    Arrays.stream(host.context().getBundles())
                            .filter(b -> ours(b))
                            .toList());
        }
    }

    @Test
    void shouldServeWithTheJdksSocketsAndTlsWhenNoNativeBundleIsThere() throws Exception {
        try (MailServer server = MailServer.start();
                FelixHost host = new FelixHost(storage)) {
            host.install(jars(HOST::contains));
            host.install(jars(name -> oursOrNetty(name) && !name.matches(".*(native-[ek]|classes-[ek]|tcnative).*")));
            host.listen("office", keys(server));
            Await.until("the port", () -> host.port("office") > 0);
            try (MailClient client = new MailClient(host.port("office"))) {
                assertTrue(client.line().orElse("").startsWith("* OK"));
                assertEquals("a1 OK done", client.ask("a1 NOOP"));
            }
        }
    }

    private static Map<String, String> keys(MailServer server) {
        return Map.of(
                "listen", "127.0.0.1:0",
                "tls", "off",
                "upstream", "127.0.0.1:" + server.port(),
                "upstream.tls", "off");
    }

    /** The proxy first: it drains, and then nobody needs Netty any more. */
    private static void uninstall(List<Bundle> posthouse) throws Exception {
        for (int i = posthouse.size() - 1; i >= 0; i--) {
            posthouse.get(i).uninstall();
        }
    }

    private static boolean ours(Bundle bundle) {
        return oursOrNetty(String.valueOf(bundle.getSymbolicName()));
    }

    private static boolean oursOrNetty(String name) {
        // It wants Felix Health Checks besides.
        return (name.startsWith("org.posthouse.") || name.startsWith("io.netty."))
                && !name.equals("org.posthouse.metrics");
    }

    private static List<Path> jars(java.util.function.Predicate<String> wanted) {
        return Built.bundles().stream()
                .filter(jar -> wanted.test(Built.symbolicName(jar)))
                .toList();
    }
}
