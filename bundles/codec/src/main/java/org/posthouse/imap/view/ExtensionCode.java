package org.posthouse.imap.view;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.posthouse.imap.token.Octets;

/** A response code that an extension brought, with its arguments. */
public sealed interface ExtensionCode extends ResponseCode {

    /** MAILBOXID (RFC 8474). */
    record Identity(ObjectId id) implements ExtensionCode {
        @Override
        public CodeName name() {
            return CodeName.MAILBOXID;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.identity(this);
        }
    }

    /**
     * METADATA (RFC 5464 §4.2.1, §4.3).
     *
     * @param word in capitals: LONGENTRIES and MAXSIZE have a number, TOOMANY and NOPRIVATE none
     */
    record Metadata(String word, OptionalLong number) implements ExtensionCode {
        public Metadata {
            word = word.toUpperCase(Locale.ROOT);
            boolean numbered = Set.of("LONGENTRIES", "MAXSIZE").contains(word);
            boolean known = numbered || Set.of("TOOMANY", "NOPRIVATE").contains(word);
            if (!known || numbered != number.isPresent() || number.orElse(0) < 0) {
                throw new IllegalArgumentException("METADATA " + word);
            }
        }

        @Override
        public CodeName name() {
            return CodeName.METADATA;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.metadata(this);
        }
    }

    /** INPROGRESS (RFC 9585): of which command, how far it is, and where it ends, as far as that is known. */
    record InProgress(Optional<Octets> tag, OptionalLong progress, OptionalLong goal) implements ExtensionCode {
        public InProgress {
            tag.ifPresent(Strings::line);
            boolean ascii = tag.map(Octets::isAscii).orElse(true);
            if (!ascii || progress.orElse(0) < 0 || goal.orElse(0) < 0) {
                throw new IllegalArgumentException("no tag, or progress below zero");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.INPROGRESS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inProgress(this);
        }
    }

    /**
     * MESSAGELIMIT (RFC 9738).
     *
     * @param lastUid up to which, counted from the greatest, the command was carried out
     */
    record MessageLimit(long limit, OptionalLong lastUid) implements ExtensionCode {
        public MessageLimit {
            if (limit < 0 || limit > Args.NUMBER_32 || lastUid.orElse(0) < 0 || lastUid.orElse(0) > Args.NUMBER_32) {
                throw new IllegalArgumentException("limit " + limit);
            }
        }

        @Override
        public CodeName name() {
            return CodeName.MESSAGELIMIT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.messageLimit(this);
        }
    }

    /** What these are read as; what is of another shape is {@link ResponseCode.Other}, as the grammar has it. */
    static Optional<ResponseCode> read(CodeName name, Args code) {
        if (name.equals(CodeName.MAILBOXID) && code.atList()) {
            return Optional.of(new Identity(ObjectId.listed(code)));
        }
        if (name.equals(CodeName.METADATA)) {
            return metadata(code);
        }
        if (name.equals(CodeName.INPROGRESS) && code.atList()) {
            return Optional.of(inProgress(code.list("progress")));
        }
        if (name.equals(CodeName.MESSAGELIMIT) && code.octets("limit").number().isPresent()) {
            long limit = code.positive("limit", Args.NUMBER_32);
            return Optional.of(new MessageLimit(
                    limit, code.more() ? OptionalLong.of(code.positive("UID", Args.NUMBER_32)) : OptionalLong.empty()));
        }
        return Optional.empty();
    }

    private static Optional<ResponseCode> metadata(Args code) {
        String word = code.octets("word").latin1().toUpperCase(Locale.ROOT);
        boolean numbered = Set.of("LONGENTRIES", "MAXSIZE").contains(word) && code.left() == 2;
        if (!numbered && !(Set.of("TOOMANY", "NOPRIVATE").contains(word) && code.one())) {
            return Optional.empty();
        }
        code.skip("word");
        return Optional.of(
                new Metadata(word, numbered ? OptionalLong.of(code.number64("number")) : OptionalLong.empty()));
    }

    private static ResponseCode inProgress(Args list) {
        InProgress progress = new InProgress(list.nstring("tag"), maybe(list), maybe(list));
        list.end();
        return progress;
    }

    private static OptionalLong maybe(Args list) {
        return list.takeNil() ? OptionalLong.empty() : OptionalLong.of(list.number64("progress"));
    }
}
