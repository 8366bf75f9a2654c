package org.posthouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class AccessTest {

    @TempDir
    Path data;

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /**
     * Jetty waits for whoever doesn't read as soon as an answer is flushed or as long as its length says; otherwise it
     * sends it when the thread has gone. 260 silent readers took all threads in this way.
     */
    @Test
    void shouldLeaveTheSendingOfARefusalToTheContainer() {
        Access access = new Access(() -> data.resolve("console.password"));

        assertNull(access.authenticate(Requests.of("GET", "", "Host", "127.0.0.1:8080"), response()));

        assertTrue(calls.contains("setStatus"), calls::toString);
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("posthouse: user admin"), said::toString);
        assertFalse(calls.contains("flushBuffer") || calls.contains("flush"), calls::toString);
        assertFalse(calls.contains("setContentLength") || calls.contains("setContentLengthLong"), calls::toString);
        assertEquals(List.of(), calls.stream().filter("getWriter"::equals).toList());
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    return method.getName().equals("getOutputStream") ? stream() : null;
                });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                calls.add("setWriteListener");
            }

            @Override
            public void write(int octet) {
                said.write(octet);
            }

            @Override
            public void flush() {
                calls.add("flush");
            }
        };
    }
}
