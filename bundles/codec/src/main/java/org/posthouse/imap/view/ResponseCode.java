package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.Capability;
import org.posthouse.imap.token.Octets;

/** A response code with its arguments (RFC 9051 §7.1, RFC 5530 and extensions). */
public sealed interface ResponseCode
        permits ResponseCode.Plain,
                ResponseCode.Capabilities,
                ResponseCode.PermanentFlags,
                ResponseCode.Numbered,
                ResponseCode.AppendUid,
                ResponseCode.CopyUid,
                ResponseCode.BadCharset,
                ResponseCode.Modified,
                ResponseCode.Other,
                ExtensionCode,
                NamingCode {

    CodeName name();

    /** A code without arguments. */
    record Plain(CodeName name) implements ResponseCode {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plain(this);
        }
    }

    /** CAPABILITY. */
    record Capabilities(List<Capability> list) implements ResponseCode {
        public Capabilities {
            list = List.copyOf(list);
        }

        @Override
        public CodeName name() {
            return CodeName.CAPABILITY;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.capabilities(this);
        }
    }

    /** PERMANENTFLAGS. */
    record PermanentFlags(List<Flag> flags) implements ResponseCode {
        public PermanentFlags {
            flags = List.copyOf(flags);
        }

        @Override
        public CodeName name() {
            return CodeName.PERMANENTFLAGS;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.permanentFlags(this);
        }
    }

    /** UIDNEXT, UIDVALIDITY, UNSEEN, HIGHESTMODSEQ: a number below 2^63. */
    record Numbered(CodeName name, long value) implements ResponseCode {
        public Numbered {
            if (value < 0 || !CodeReader.isNumbered(name)) {
                throw new IllegalArgumentException(name + " " + value);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.numbered(this);
        }
    }

    /** APPENDUID (RFC 4315). */
    record AppendUid(long validity, SequenceSet uids) implements ResponseCode {
        public AppendUid {
            CodeReader.checked(validity);
        }

        @Override
        public CodeName name() {
            return CodeName.APPENDUID;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.appendUid(this);
        }
    }

    /** COPYUID (RFC 4315). */
    record CopyUid(long validity, SequenceSet from, SequenceSet to) implements ResponseCode {
        public CopyUid {
            CodeReader.checked(validity);
        }

        @Override
        public CodeName name() {
            return CodeName.COPYUID;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.copyUid(this);
        }
    }

    /** BADCHARSET with the charsets that the server has; without them it is Plain. */
    record BadCharset(List<Octets> charsets) implements ResponseCode {
        public BadCharset {
            charsets = List.copyOf(charsets);
            charsets.forEach(Strings::checked);
            if (charsets.isEmpty()) {
                throw new IllegalArgumentException("no charsets");
            }
        }

        @Override
        public CodeName name() {
            return CodeName.BADCHARSET;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.badCharset(this);
        }
    }

    /** MODIFIED: what a conditional STORE left alone (RFC 7162). */
    record Modified(SequenceSet messages) implements ResponseCode {
        @Override
        public CodeName name() {
            return CodeName.MODIFIED;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.modified(this);
        }
    }

    /** Any other code with arguments: what nobody has defined yet, and known ones of another shape. */
    record Other(CodeName name, List<Opaque> arguments) implements ResponseCode {
        public Other {
            arguments = List.copyOf(arguments);
            if (arguments.isEmpty()) {
                throw new IllegalArgumentException("no arguments: it is Plain");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** One function per case. */
    interface Cases<R> extends NamingCode.NamingCases<R> {
        R plain(Plain plain);

        R capabilities(Capabilities capabilities);

        R permanentFlags(PermanentFlags flags);

        R numbered(Numbered number);

        R appendUid(AppendUid uid);

        R copyUid(CopyUid uid);

        R badCharset(BadCharset charsets);

        R modified(Modified modified);

        R identity(ExtensionCode.Identity identity);

        R metadata(ExtensionCode.Metadata metadata);

        R inProgress(ExtensionCode.InProgress progress);

        R messageLimit(ExtensionCode.MessageLimit limit);

        R other(Other other);
    }

    <R> R match(Cases<R> cases);
}
