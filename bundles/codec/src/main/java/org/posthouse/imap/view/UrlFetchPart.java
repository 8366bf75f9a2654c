package org.posthouse.imap.view;

import org.posthouse.imap.token.TokenWriter;

/** What URLFETCH tells of a URL in the extended form, each in parentheses (RFC 5524 §3.2). */
public sealed interface UrlFetchPart {

    /**
     * BODY, BINARY.
     *
     * @param content {@link Content.Missing} if it can't be decoded; a literal8 only for BINARY
     */
    record Text(UrlFetchItem item, Content content) implements UrlFetchPart {
        public Text {
            if (!isText(item)) {
                throw new IllegalArgumentException(item + " is no text");
            }
        }

        private static boolean isText(UrlFetchItem item) {
            return item.equals(UrlFetchItem.BODY) || item.equals(UrlFetchItem.BINARY);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }

        @Override
        public void write(TokenWriter to) {
            content.write(to.open().atom(item.toString()), false);
            to.close();
        }
    }

    /** BODYPARTSTRUCTURE. */
    record Structure(BodyStructure body) implements UrlFetchPart {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.structure(this);
        }

        @Override
        public void write(TokenWriter to) {
            Bodies.write(body, to.open().atom(UrlFetchItem.BODYPARTSTRUCTURE.toString()));
            to.close();
        }
    }

    /** What nobody here knows: a name and one value. */
    record Other(UrlFetchItem item, Opaque value) implements UrlFetchPart {
        public Other {
            if (Text.isText(item) || item.equals(UrlFetchItem.BODYPARTSTRUCTURE)) {
                throw new IllegalArgumentException(item + " is known, and has a value of its own");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }

        @Override
        public void write(TokenWriter to) {
            to.open().atom(item.toString()).verbatim(value.token()).close();
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R text(Text text);

        R structure(Structure structure);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);

    void write(TokenWriter to);

    static UrlFetchPart read(Args args) {
        Args list = args.list("part");
        UrlFetchItem item = UrlFetchItem.read(list);
        if (item.equals(UrlFetchItem.BODY)) {
            Content.refuseLiteral8(list);
        }
        UrlFetchPart part = Text.isText(item)
                ? new Text(item, Content.read(list))
                : item.equals(UrlFetchItem.BODYPARTSTRUCTURE)
                        ? new Structure(Bodies.read(list))
                        : new Other(item, Opaque.of(list.next("value")));
        list.end();
        return part;
    }
}
