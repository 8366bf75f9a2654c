package org.posthouse.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConsoleTest {

    @Test
    void shouldHandOnEveryLineInOrderWhenDrained() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Console console = Console.on(target);
        PrintStream out = console.stream();
        StringBuilder expected = new StringBuilder();

        for (int i = 0; i < 5_000; i++) {
            out.println("line " + i);
            expected.append("line ").append(i).append(System.lineSeparator());
        }
        console.drain(Duration.ofSeconds(10));

        assertEquals(expected.toString(), target.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldDropAndCountInsteadOfBlockingWhenNobodyReads() {
        CountDownLatch reader = new CountDownLatch(1);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        Console console = Console.on(stuckUntil(reader, seen));
        PrintStream out = console.stream();

        // More than the queue holds: a blocking stream would never get through this loop.
        for (int i = 0; i < 100_000; i++) {
            out.println("line " + i);
        }
        reader.countDown();
        console.drain(Duration.ofSeconds(10));
        out.println("after");
        console.drain(Duration.ofSeconds(10));

        String text = seen.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.contains("posthouse: lines lost, standard output is full or too slow count="), "the loss is said");
        assertTrue(text.endsWith("after" + System.lineSeparator()), "later lines come through");
    }

    @Test
    void shouldCountAllThatIsMissingOnALineOfItsOwnWhenWritingFailedForAWhile() {
        int room = 1;
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        AtomicBoolean full = new AtomicBoolean(true);
        Console console = Console.on(new OutputStream() {
            @Override
            public void write(int octet) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                disk.write(bytes, offset, full.get() ? Math.min(1, room - disk.size()) : length);
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
            }
        });
        PrintStream out = console.stream();
        for (int i = 0; i < 3; i++) {
            out.print("lost\n");
            console.drain(Duration.ofSeconds(10));
        }
        full.set(false);
        out.print("after\n");
        console.drain(Duration.ofSeconds(10));

        String text = disk.toString(StandardCharsets.UTF_8);
        assertTrue(text.matches("\\S+\nposthouse: lines lost, [^=]+ count=3\nafter\n"), text);
    }

    private static OutputStream stuckUntil(CountDownLatch reader, OutputStream target) {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    reader.await();
                    target.write(bytes, offset, length);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
