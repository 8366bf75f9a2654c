package org.posthouse.proxy.tls;

import io.netty.handler.ssl.SslContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.posthouse.proxy.config.OneLine;
import org.posthouse.proxy.config.pem.PemFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A context that is made again when its files change. {@link #poll()} is called by one thread at a time; the rest is
 * thread-safe.
 */
final class FollowingContext {

    /** Makes a context from the files as they are now. */
    interface Maker {
        Generation.Made make() throws PemFault, SSLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FollowingContext.class);

    private final String listener;
    private final List<Path> files;
    private final Maker maker;
    private final Releases releases;
    private volatile Generation current;
    private FileStamp served;
    private FileStamp refused;
    private int failures;

    FollowingContext(String listener, List<Path> files, Maker maker, Releases releases) throws PemFault, SSLException {
        this.listener = listener;
        this.files = List.copyOf(files);
        this.maker = maker;
        this.releases = releases;
        // Stamp first: what changes while we read is seen by the next poll.
        this.served = FileStamp.of(files);
        this.refused = served;
        this.current = new Generation(maker.make(), releases);
    }

    <R> R use(Function<SslContext, R> use) {
        return current.use(use);
    }

    /** When the certificate that it presents now runs out. */
    Optional<Instant> expires() {
        return current.expires();
    }

    /** Looks at the files and takes up what has changed. Blocks. */
    void poll() {
        FileStamp now = FileStamp.of(files);
        if (!now.equals(refused)) {
            refused = now;
            failures = 0;
        }
        if (!now.equals(served)) {
            takeUp(now);
        }
    }

    private void takeUp(FileStamp now) {
        try {
            current = new Generation(maker.make(), releases);
            served = now;
            LOG.info("listener={} tls=renewed files={}", listener, files);
        } catch (PemFault | SSLException broken) {
            // Certificate and key are two files: only a pair that is wrong at a second look as well is no renewal
            // halfway.
            if (++failures == 2) {
                LOG.warn(
                        "listener={} tls=kept files={} reason=\"{}\"",
                        listener,
                        files,
                        OneLine.of(String.valueOf(broken.getMessage())));
            }
        }
    }
}
