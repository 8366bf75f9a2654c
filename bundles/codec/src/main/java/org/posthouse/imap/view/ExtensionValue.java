package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;

/** An item of FETCH data that an extension brought. */
public sealed interface ExtensionValue extends FetchValue {

    /** BINARY.SIZE: how large a part is when decoded (RFC 3516). */
    record DecodedSize(Section section, long size) implements ExtensionValue {
        public DecodedSize {
            Bodies.counted(size);
        }

        @Override
        public FetchItemName name() {
            return FetchItemName.BINARY_SIZE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decodedSize(this);
        }
    }

    /** EMAILID, THREADID (RFC 8474). */
    record Identity(FetchItemName name, ObjectId id) implements ExtensionValue {
        public Identity {
            if (!name.isIdentity()) {
                throw new IllegalArgumentException(name + " is no identity");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /** PREVIEW (RFC 8970). */
    record Preview(Octets text) implements ExtensionValue {
        public Preview {
            Strings.checked(text);
        }

        @Override
        public FetchItemName name() {
            return FetchItemName.PREVIEW;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.preview(this);
        }
    }

    /** X-GM-LABELS: system labels begin with a backslash. */
    record Labels(List<Octets> labels) implements ExtensionValue {
        public Labels {
            labels = List.copyOf(labels);
            labels.forEach(Strings::checked);
        }

        @Override
        public FetchItemName name() {
            return FetchItemName.X_GM_LABELS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.labels(this);
        }
    }

    /** NIL: PREVIEW, SAVEDATE or THREADID of a message that has none. */
    record Missing(FetchItemName name) implements ExtensionValue {
        public Missing {
            if (!name.maybeMissing()) {
                throw new IllegalArgumentException(name + " is never NIL");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }
}
