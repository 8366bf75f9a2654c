package org.posthouse.imap.token;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What reading a message came to.
 *
 * @param <T> what was looked for
 */
public sealed interface Parsed<T> {

    /**
     * It is there.
     *
     * @param deviations what was tolerated, in the order of finding; empty when read strictly
     */
    record Valid<T>(T result, List<Deviation> deviations) implements Parsed<T> {

        public Valid {
            deviations = List.copyOf(deviations);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(result);
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.valid(this);
        }
    }

    /**
     * It can't be understood. No reason to drop the message: what was framed can pass byte-exact.
     *
     * @param position the index of the first octet of the message that doesn't fit
     * @param reason for people; never quotes the message
     */
    record Malformed<T>(int position, String reason) implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.malformed(this);
        }
    }

    /** The message is of another kind, and may be in perfect order. */
    record Absent<T>() implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.absent();
        }
    }

    /** One function per case. */
    interface Cases<T, R> {
        R valid(Valid<T> valid);

        R malformed(Malformed<T> malformed);

        R absent();
    }

    <R> R match(Cases<T, R> cases);

    /** What was read, empty if Malformed or Absent. A guard must tell these two apart: {@link #match}. */
    default Optional<T> value() {
        return match(new Fold<>(valid -> Optional.of(valid.result()), malformed -> Optional.empty(), Optional.empty()));
    }

    /** What is wrong, empty if Valid or Absent. */
    default Optional<Malformed<T>> malformed() {
        return match(new Fold<>(valid -> Optional.empty(), Optional::of, Optional.empty()));
    }

    default List<Deviation> deviations() {
        return match(new Fold<>(Valid::deviations, malformed -> List.of(), List.of()));
    }

    /** The cases as functions and a value, for callers who like lambdas better. */
    record Fold<T, R>(Function<Valid<T>, R> onValid, Function<Malformed<T>, R> onMalformed, R onAbsent)
            implements Cases<T, R> {

        @Override
        public R valid(Valid<T> valid) {
            return onValid.apply(valid);
        }

        @Override
        public R malformed(Malformed<T> malformed) {
            return onMalformed.apply(malformed);
        }

        @Override
        public R absent() {
            return onAbsent;
        }
    }
}
