package org.posthouse.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream, each in an array of its own; bounded. */
final class Lines {

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int there;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its LF, cut at the bound; empty at the end. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (at == there && !fill()) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
            }
            int end = at;
            while (end < there && chunk[end] != '\n') {
                end++;
            }
            line.write(chunk, at, Math.min(end - at, longest - line.size()));
            boolean ended = end < there;
            at = ended ? end + 1 : end;
            if (ended) {
                return Optional.of(line.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        there = Math.max(0, in.read(chunk));
        return there > 0;
    }
}
