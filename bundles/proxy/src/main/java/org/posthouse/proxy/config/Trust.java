package org.posthouse.proxy.config;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whom we believe the server's certificate from, key {@code upstream.trust}. */
public sealed interface Trust {

    /** The authorities that this machine's JDK trusts. */
    record SystemTrust() implements Trust {
        @Override
        public <R> R match(Supplier<R> system, Function<Path, R> file, Supplier<R> none) {
            return system.get();
        }
    }

    /**
     * Only the authorities (or the very certificate) in a PEM file.
     *
     * @param pem absolute path
     */
    record FileTrust(Path pem) implements Trust {
        @Override
        public <R> R match(Supplier<R> system, Function<Path, R> file, Supplier<R> none) {
            return file.apply(pem);
        }
    }

    /** Anybody, under any name: encryption without authentication, warned of at each start. */
    record NoTrust() implements Trust {
        @Override
        public <R> R match(Supplier<R> system, Function<Path, R> file, Supplier<R> none) {
            return none.get();
        }
    }

    /** Calls the function of this kind. */
    <R> R match(Supplier<R> system, Function<Path, R> file, Supplier<R> none);
}
