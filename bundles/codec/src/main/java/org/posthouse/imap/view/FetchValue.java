package org.posthouse.imap.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posthouse.imap.token.Octets;

/** One item of FETCH data with its value. */
public sealed interface FetchValue {

    FetchItemName name();

    /** FLAGS. */
    record Flags(List<Flag> flags) implements FetchValue {
        public Flags {
            flags = List.copyOf(flags);
        }

        @Override
        public FetchItemName name() {
            return FetchItemName.FLAGS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flags(this);
        }
    }

    /** UID, RFC822.SIZE, MODSEQ, X-GM-MSGID and their like: a number below 2^63; MODSEQ has it in parentheses. */
    record Numbered(FetchItemName name, long value) implements FetchValue {
        public Numbered {
            boolean known = FetchData.isNumber(Octets.of(name.toString())) || name.equals(FetchItemName.MODSEQ);
            if (value < 0 || !known) {
                throw new IllegalArgumentException(name + " " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.numbered(this);
        }
    }

    /** INTERNALDATE, and SAVEDATE where there is one. */
    record Date(FetchItemName name, OffsetDateTime date) implements FetchValue {
        public Date {
            Dates.checked(date);
            if (!name.equals(FetchItemName.INTERNALDATE) && !name.equals(FetchItemName.SAVEDATE)) {
                throw new IllegalArgumentException(name + " has no date");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.date(this);
        }
    }

    /**
     * Octets of the message: {@code BODY[…]<n>}, {@code BINARY[…]}, RFC822 and its kin.
     *
     * @param section empty for RFC822 and its kin only
     * @param origin the offset of the first octet, if a partial was asked for
     */
    record Body(FetchItemName name, Optional<Section> section, OptionalLong origin, Content content)
            implements FetchValue {
        public Body {
            boolean fits = section.isPresent()
                    ? name.equals(FetchItemName.BODY) || name.equals(FetchItemName.BINARY)
                    : name.isContent() && origin.isEmpty();
            if (!fits || origin.orElse(0) < 0) {
                throw new IllegalArgumentException(name + " with or without a section");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.body(this);
        }
    }

    /** ENVELOPE, BODYSTRUCTURE, and what nobody here knows: one token. */
    record Other(FetchItemName name, Optional<Section> section, Opaque value) implements FetchValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** One function per case; the defaults are for those who want one of them only. */
    interface Cases<R> {
        R flags(Flags flags);

        R numbered(Numbered number);

        R date(Date date);

        R body(Body body);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    /** Nothing, whatever it is. */
    abstract sealed class Nothing<R> implements Cases<Optional<R>> {
        @Override
        public Optional<R> flags(Flags flags) {
            return Optional.empty();
        }

        @Override
        public Optional<R> numbered(Numbered number) {
            return Optional.empty();
        }

        @Override
        public Optional<R> date(Date date) {
            return Optional.empty();
        }

        @Override
        public Optional<R> body(Body body) {
            return Optional.empty();
        }

        @Override
        public Optional<R> other(Other other) {
            return Optional.empty();
        }
    }

    /** The number of this item. */
    final class OnlyNumber extends Nothing<Long> {
        private final FetchItemName name;

        OnlyNumber(FetchItemName name) {
            this.name = name;
        }

        @Override
        public Optional<Long> numbered(Numbered number) {
            return number.name().equals(name) ? Optional.of(number.value()) : Optional.empty();
        }
    }

    /** The flags. */
    final class OnlyFlags extends Nothing<List<Flag>> {
        @Override
        public Optional<List<Flag>> flags(Flags flags) {
            return Optional.of(flags.flags());
        }
    }
}
