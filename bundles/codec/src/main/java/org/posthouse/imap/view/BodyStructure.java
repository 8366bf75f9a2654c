package org.posthouse.imap.view;

import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Reading;

/**
 * What a message consists of: BODY and BODYSTRUCTURE (RFC 9051 §7.5.2). Nested as deep as {@link Reading#nesting()}
 * allows.
 */
public sealed interface BodyStructure {

    /** TEXT: also counted in lines. */
    record Text(BodyFields fields, long lines, Optional<Extension> extension) implements BodyStructure {
        public Text {
            Bodies.counted(lines);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** MESSAGE/RFC822, MESSAGE/GLOBAL: a message in the message. */
    record Embedded(BodyFields fields, Envelope envelope, BodyStructure body, long lines, Optional<Extension> extension)
            implements BodyStructure {
        public Embedded {
            Bodies.counted(lines);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.embedded(this);
        }
    }

    /** Any other part. */
    record Basic(BodyFields fields, Optional<Extension> extension) implements BodyStructure {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.basic(this);
        }
    }

    /** Several parts; at least one. */
    record Multipart(List<BodyStructure> parts, Octets subtype, Optional<MultipartExtension> extension)
            implements BodyStructure {
        public Multipart {
            parts = List.copyOf(parts);
            Strings.checked(subtype);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a multipart without a part");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.multipart(this);
        }
    }

    /** What BODYSTRUCTURE says beyond BODY of a single part. */
    record Extension(Optional<Octets> md5, BodyTail tail) {
        public Extension {
            Strings.checked(md5);
        }
    }

    /** What BODYSTRUCTURE says beyond BODY of a multipart. */
    record MultipartExtension(List<BodyParameter> parameters, BodyTail tail) {
        public MultipartExtension {
            parameters = List.copyOf(parameters);
        }
    }

    /** One function per kind. */
    interface Cases<R> {
        R text(Text text);

        R embedded(Embedded embedded);

        R basic(Basic basic);

        R multipart(Multipart multipart);
    }

    <R> R match(Cases<R> cases);
}
