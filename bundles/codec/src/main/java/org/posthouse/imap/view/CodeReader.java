package org.posthouse.imap.view;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.posthouse.imap.token.Defect;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.TokenWriter;

/** Response codes, to and fro. */
final class CodeReader {

    private static final Pattern CODED = Pattern.compile("\\[[^\\x00- (){%*\"\\\\\\]]+( [^\\]]*)?\\] ");

    private CodeReader() {}

    static boolean isNumbered(CodeName name) {
        return name.equals(CodeName.UIDNEXT)
                || name.equals(CodeName.UIDVALIDITY)
                || name.equals(CodeName.UNSEEN)
                || name.equals(CodeName.HIGHESTMODSEQ);
    }

    /** Whether it begins with what would be read as a code. */
    static boolean isCoded(Octets text) {
        return !text.isEmpty()
                && text.at(0) == '['
                && CODED.matcher(text.latin1()).lookingAt();
    }

    static long checked(long validity) {
        if (validity < 0 || validity > Args.NUMBER_32) {
            throw new IllegalArgumentException("UIDVALIDITY " + validity);
        }
        return validity;
    }

    /** A modification sequence is below 2^63, so only its sign can be wrong (RFC 7162 §7). */
    static void checkedModSeq(long modSeq) {
        if (modSeq < 0) {
            throw new IllegalArgumentException("modification sequence " + modSeq);
        }
    }

    static ResponseCode read(Args code) {
        String word = code.octets("code").latin1();
        if (!Word.isAtom(word)) {
            throw code.fault("no response code");
        }
        code.word("code");
        CodeName name = CodeName.of(word);
        return code.reading().strict() ? whole(name, code) : tolerated(name, code);
    }

    private static ResponseCode whole(CodeName name, Args code) {
        ResponseCode result = read(name, code);
        code.end();
        return result;
    }

    /** Against the code's own rules the open one takes all, so that what a status says can be read. */
    private static ResponseCode tolerated(CodeName name, Args code) {
        try {
            return whole(name, code.again());
        } catch (Fault | IllegalArgumentException e) {
            code.note(Defect.ODD_ARGUMENT);
            return open(name, code);
        }
    }

    private static ResponseCode read(CodeName name, Args code) {
        if (name.equals(CodeName.CAPABILITY)) {
            return new ResponseCode.Capabilities(CapabilityData.list(code));
        }
        if (!code.more()) {
            return bare(name, code);
        }
        // Of another shape, such as an unclosed list, it is a code only by the open rule: anything up to the bracket.
        if (!shaped(name, code)) {
            return open(name, code);
        }
        if (name.equals(CodeName.BADCHARSET) && code.atList()) {
            return new ResponseCode.BadCharset(charsets(code));
        }
        if (isNumbered(name)) {
            return new ResponseCode.Numbered(name, number(name, code));
        }
        return switch (name.folded()) {
            case "PERMANENTFLAGS" -> new ResponseCode.PermanentFlags(code.flags());
            case "APPENDUID" -> new ResponseCode.AppendUid(validity(code), code.knownSet());
            case "COPYUID" -> new ResponseCode.CopyUid(validity(code), code.knownSet(), code.knownSet());
            case "MODIFIED" -> new ResponseCode.Modified(code.sequenceSet());
            default ->
                ExtensionCode.read(name, code)
                        .or(() -> NamingCodes.read(name, code))
                        .orElseGet(() -> open(name, code));
        };
    }

    /** Whether the arguments look as the code's specification has them. */
    private static boolean shaped(CodeName name, Args code) {
        if (isNumbered(name)) {
            return numbered(code, 0);
        }
        return switch (name.folded()) {
            case "PERMANENTFLAGS" -> code.atList() && code.one();
            case "APPENDUID" -> numbered(code, 1);
            case "COPYUID" -> numbered(code, 2);
            case "MODIFIED" -> code.one() && isSet(code.peek("set"));
            default -> !(code.peek("argument") instanceof Token.Text);
        };
    }

    /** Digits, then so many sets. */
    private static boolean numbered(Args code, int sets) {
        List<Token> arguments = code.ahead();
        return code.ahead("number") >= 0
                && arguments.size() == sets + 1
                && arguments.stream().skip(1).allMatch(CodeReader::isSet);
    }

    private static boolean isSet(Token token) {
        return token instanceof Token.Atom
                && SequenceSet.parse(token.octets().latin1()).isPresent();
    }

    private static ResponseCode open(CodeName name, Args code) {
        return new ResponseCode.Other(name, code.all(args -> Opaque.of(args.next("argument"))));
    }

    private static ResponseCode bare(CodeName name, Args code) {
        boolean needs = isNumbered(name)
                || Set.of("PERMANENTFLAGS", "APPENDUID", "COPYUID", "MODIFIED").contains(name.folded());
        if (needs) {
            code.note(Defect.MISSING_ARGUMENT);
        }
        return new ResponseCode.Plain(name);
    }

    private static long number(CodeName name, Args code) {
        long most = name.equals(CodeName.HIGHESTMODSEQ) ? Long.MAX_VALUE : Args.NUMBER_32;
        return aboveZero(name.toString(), most, code);
    }

    private static long validity(Args code) {
        return aboveZero("UIDVALIDITY", Args.NUMBER_32, code);
    }

    private static long aboveZero(String what, long most, Args code) {
        if (code.ahead(what) == 0) {
            code.note(Defect.NUMBER_RANGE);
        }
        return code.number(what, 0, most);
    }

    private static List<Octets> charsets(Args code) {
        Args list = code.list("charsets");
        if (!list.more()) {
            throw list.fault("no charsets");
        }
        return list.all(args -> args.astring("charset"));
    }

    static void write(ResponseCode code, TokenWriter to) {
        to.openCode().atom(code.name().toString());
        code.match(new CodeWriting(to));
        to.closeBracket();
    }
}
