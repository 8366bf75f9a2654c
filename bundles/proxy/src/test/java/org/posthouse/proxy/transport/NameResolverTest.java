package org.posthouse.proxy.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NameResolverTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);

    @Test
    void shouldAnswerAtOnceWhenTextIsAnAddress() {
        try (NameResolver resolver = new NameResolver(NameResolverTest::never)) {
            assertEquals(
                    "/127.0.0.1",
                    resolver.immediate("127.0.0.1").orElseThrow().get(0).toString());
            assertTrue(resolver.immediate("::1").isPresent());
            assertTrue(resolver.immediate("localhost").isEmpty());
        }
    }

    @Test
    void shouldLookUpOnThreadsOfItsOwnWhenTextIsAName() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        try (NameResolver resolver = new NameResolver(host -> {
            thread.complete(Thread.currentThread().getName());
            return addresses("127.0.0.2", "127.0.0.1");
        })) {
            List<InetAddress> found = resolver.resolve("a.example", AMPLE).get(20, TimeUnit.SECONDS);

            assertEquals(
                    List.of("/127.0.0.2", "/127.0.0.1"),
                    found.stream().map(InetAddress::toString).toList());
            assertTrue(thread.get().startsWith("posthouse-resolver-"));
        }
    }

    @Test
    void shouldAskOnceWhenManyWantTheSameName() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (NameResolver resolver = new NameResolver(host -> {
            asked.incrementAndGet();
            wait(release);
            return addresses("127.0.0.1");
        })) {
            CompletableFuture<List<InetAddress>> first = resolver.resolve("a.example", AMPLE);
            CompletableFuture<List<InetAddress>> second = resolver.resolve("a.example", AMPLE);
            release.countDown();

            assertEquals(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
            assertEquals(1, asked.get());
        }
    }

    @Test
    void shouldGiveUpWhenTheSystemDoesNotAnswerInTime() {
        CountDownLatch release = new CountDownLatch(1);
        try (NameResolver resolver = new NameResolver(host -> {
            wait(release);
            return addresses("127.0.0.1");
        })) {
            CompletableFuture<List<InetAddress>> answer = resolver.resolve("slow.example", Duration.ofMillis(20));

            ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(20, TimeUnit.SECONDS));
            assertInstanceOf(TimeoutException.class, failure.getCause());
        } finally {
            release.countDown();
        }
    }

    @Test
    void shouldAskAgainWhenAnEarlierLookUpFailed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (NameResolver resolver = new NameResolver(host -> {
            if (asked.getAndIncrement() == 0) {
                throw new UnknownHostException(host);
            }
            return addresses("127.0.0.1");
        })) {
            CompletableFuture<List<InetAddress>> failing = resolver.resolve("a.example", AMPLE);
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> failing.get(20, TimeUnit.SECONDS));
            assertInstanceOf(UnknownHostException.class, failure.getCause());

            assertEquals(
                    1,
                    resolver.resolve("a.example", AMPLE)
                            .get(20, TimeUnit.SECONDS)
                            .size());
        }
    }

    private static InetAddress[] never(String host) {
        throw new AssertionError("looked up " + host);
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
