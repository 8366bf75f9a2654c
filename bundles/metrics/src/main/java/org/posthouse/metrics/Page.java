package org.posthouse.metrics;

import java.nio.charset.StandardCharsets;

/** What a question gets. */
record Page(int status, String type, byte[] body) {

    static Page text(int status, String text) {
        return new Page(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Page index() {
        return text(200, "/metrics\n/health/live\n/health/ready\n");
    }
}
