package org.posthouse.proxy.tls;

import io.netty.handler.ssl.SslContext;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One context for as long as anybody can still take a handler from it. A session keeps its gateway, and so its
 * contexts, for hours, long after the listener has newer ones: nobody could say when to release the native memory but
 * the garbage collector. Engines hold the context by themselves.
 */
final class Generation {

    /**
     * What was made of the files.
     *
     * @param expires when the certificate that it presents runs out; empty: it presents none
     */
    record Made(SslContext context, Optional<Instant> expires) {}

    private final SslContext context;
    private final Optional<Instant> expires;

    Generation(Made made, Releases releases) {
        this.context = made.context();
        this.expires = made.expires();
        releases.add(this, context);
    }

    Optional<Instant> expires() {
        return expires;
    }

    <R> R use(Function<SslContext, R> use) {
        try {
            return use.apply(context);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
