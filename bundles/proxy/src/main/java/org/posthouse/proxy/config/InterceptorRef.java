package org.posthouse.proxy.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One place in the list {@code interceptors}: a named slot, or any interceptor that isn't named. */
public sealed interface InterceptorRef {

    /**
     * {@code id}, {@code id:instance}, either with a {@code ?} behind it.
     *
     * @param id service property {@code imap.interceptor.id}
     * @param instance instance of the factory configuration, empty if none is written
     * @param optional written with {@code ?}: sessions are served while it is missing
     */
    record Named(String id, Optional<String> instance, boolean optional) implements InterceptorRef {

        /** {@code id} or {@code id:instance}. */
        public String slot() {
            return instance.map(i -> id + ":" + i).orElse(id);
        }

        @Override
        public <R> R match(Function<Named, R> named, Supplier<R> anyOther) {
            return named.apply(this);
        }

        @Override
        public String toString() {
            return optional ? slot() + "?" : slot();
        }
    }

    /** {@code *}: any other, by ranking. Occurs once at most, and last. */
    record AnyOther() implements InterceptorRef {
        @Override
        public <R> R match(Function<Named, R> named, Supplier<R> anyOther) {
            return anyOther.get();
        }

        @Override
        public String toString() {
            return "*";
        }
    }

    /** Calls the function of this kind. */
    <R> R match(Function<Named, R> named, Supplier<R> anyOther);
}
