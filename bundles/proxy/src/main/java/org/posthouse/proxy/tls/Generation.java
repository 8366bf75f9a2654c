package org.posthouse.proxy.tls;

import io.netty.handler.ssl.SslContext;
import java.lang.ref.Reference;
import java.util.function.Function;

/**
 * One context for as long as anybody can still take a handler from it. A session keeps its gateway, and so its
 * contexts, for hours, long after the listener has newer ones: nobody could say when to release the native memory but
 * the garbage collector. Engines hold the context by themselves.
 */
final class Generation {

    private final SslContext context;

    Generation(SslContext context, Releases releases) {
        this.context = context;
        releases.add(this, context);
    }

    <R> R use(Function<SslContext, R> use) {
        try {
            return use.apply(context);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
