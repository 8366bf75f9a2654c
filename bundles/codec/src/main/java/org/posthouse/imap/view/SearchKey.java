package org.posthouse.imap.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.posthouse.imap.token.Octets;

/** What a message must be to be found (RFC 9051 §6.4.4 and extensions). */
public sealed interface SearchKey {

    /** A key without arguments: ALL, SEEN, UNDELETED. */
    record Simple(String name) implements SearchKey {
        public Simple {
            name = SearchWords.checked(SearchWords.SIMPLE, name);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.simple(this);
        }
    }

    /** A string in some place: FROM, SUBJECT, BODY, X-GM-RAW. */
    record Text(String name, Octets value) implements SearchKey {
        public Text {
            name = SearchWords.checked(SearchWords.TEXT, name);
            Strings.checked(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** A string in a header field; empty: the field is there. */
    record Header(Octets field, Octets value) implements SearchKey {
        public Header {
            Strings.checked(field);
            Strings.checked(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.header(this);
        }
    }

    /** KEYWORD, UNKEYWORD. */
    record Keyword(Flag flag, boolean set) implements SearchKey {
        public Keyword {
            if (flag.system()) {
                throw new IllegalArgumentException("not a keyword");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keyword(this);
        }
    }

    /** EMAILID, THREADID (RFC 8474 §6). */
    record Identity(String name, ObjectId id) implements SearchKey {
        public Identity {
            name = SearchWords.checked(SearchWords.IDENTITY, name);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /** BEFORE, SENTSINCE, SAVEDON and their like. */
    record Date(String name, LocalDate date) implements SearchKey {
        public Date {
            name = SearchWords.checked(SearchWords.DATE, name);
            Dates.checked(date);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.date(this);
        }
    }

    /** LARGER, SMALLER, OLDER, YOUNGER, UIDAFTER, UIDBEFORE (RFC 9738 §3.2), X-GM-MSGID: a number below 2^63. */
    record Numbered(String name, long value) implements SearchKey {
        public Numbered {
            name = SearchWords.checked(SearchWords.NUMBER, name);
            if (value < 0) {
                throw new IllegalArgumentException(name + " " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.numbered(this);
        }
    }

    /** By sequence number, or by UID. */
    record Messages(SequenceSet set, boolean uid) implements SearchKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.messages(this);
        }
    }

    /** MODSEQ, of the whole message or of one entry of it (RFC 7162 §3.1.5); below 2^63. */
    record ModSeq(Optional<ModSeqEntry> entry, long value) implements SearchKey {
        public ModSeq {
            if (value < 0) {
                throw new IllegalArgumentException("MODSEQ " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.modSeq(this);
        }
    }

    /** What the other key doesn't find. */
    record Not(SearchKey key) implements SearchKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** RFC 6203. */
    record Fuzzy(SearchKey key) implements SearchKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fuzzy(this);
        }
    }

    /** Either, or both. */
    record Or(SearchKey one, SearchKey other) implements SearchKey {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.or(this);
        }
    }

    /** All of them, in parentheses. */
    record And(List<SearchKey> keys) implements SearchKey {
        public And {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("no keys");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.and(this);
        }
    }

    /** One function per case. */
    interface Cases<R> {
        R simple(Simple key);

        R text(Text key);

        R header(Header key);

        R identity(Identity key);

        R keyword(Keyword key);

        R date(Date key);

        R numbered(Numbered key);

        R messages(Messages key);

        R modSeq(ModSeq key);

        R not(Not key);

        R fuzzy(Fuzzy key);

        R or(Or key);

        R and(And key);
    }

    <R> R match(Cases<R> cases);
}
