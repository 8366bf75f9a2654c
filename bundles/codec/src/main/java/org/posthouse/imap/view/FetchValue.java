package org.posthouse.imap.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One item of FETCH data (RFC 9051 §7.5.2 and extensions). */
public sealed interface FetchValue
        permits FetchValue.Flags,
                FetchValue.Numbered,
                FetchValue.Date,
                FetchValue.Body,
                FetchValue.Head,
                FetchValue.Structure,
                FetchValue.Other,
                ExtensionValue {

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
            boolean known = name.isNumber() || name.equals(FetchItemName.MODSEQ);
            boolean wide = !name.equals(FetchItemName.UID) || value <= Args.NUMBER_32;
            if (value < 0 || !known || !wide) {
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

    /** ENVELOPE. */
    record Head(Envelope envelope) implements FetchValue {
        @Override
        public FetchItemName name() {
            return FetchItemName.ENVELOPE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.head(this);
        }
    }

    /** BODYSTRUCTURE, and BODY without a section. */
    record Structure(FetchItemName name, BodyStructure structure) implements FetchValue {
        public Structure {
            if (!name.equals(FetchItemName.BODY) && !name.equals(FetchItemName.BODYSTRUCTURE)) {
                throw new IllegalArgumentException(name + " has no structure");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.structure(this);
        }
    }

    /** What nobody here knows: one token. */
    record Other(FetchItemName name, Optional<Section> section, Opaque value) implements FetchValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R flags(Flags flags);

        R numbered(Numbered number);

        R date(Date date);

        R body(Body body);

        R head(Head head);

        R structure(Structure structure);

        R decodedSize(ExtensionValue.DecodedSize size);

        R identity(ExtensionValue.Identity identity);

        R preview(ExtensionValue.Preview preview);

        R labels(ExtensionValue.Labels labels);

        R missing(ExtensionValue.Missing missing);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);
}
