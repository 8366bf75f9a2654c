package org.posthouse.imap.token;

/** Where an atom ends. */
final class AtomScan {

    private final Octets octets;
    private final int length;
    private final Nesting nesting;
    private final LiteralScan literals;
    private final TokenSink sink;
    private boolean pairs = true;

    AtomScan(Message message, Nesting nesting, LiteralScan literals, TokenSink sink) {
        octets = message.octets();
        length = octets.length();
        this.nesting = nesting;
        this.literals = literals;
        this.sink = sink;
    }

    /** Whether brackets in an atom come in pairs, or the first closing one ends what is open. */
    void pairBrackets(boolean on) {
        pairs = on;
    }

    /** Behind the atom that begins here; it takes at least one octet. */
    int end(int from) {
        int brackets = 0;
        int index = from;
        byte[] array = octets.array();
        int base = octets.from();
        while (index < length) {
            byte kind = Syntax.of(array[base + index]);
            if ((kind & (Syntax.STOP | Syntax.ODD)) != 0) {
                int octet = octets.at(index);
                brackets += octet == '[' && pairs ? 1 : 0;
                if (ends(octet, from, index, brackets)) {
                    break;
                }
                brackets -= octet == ']' && pairs ? 1 : 0;
                odd(octet, from, index);
            }
            index++;
        }
        return index;
    }

    private boolean ends(int octet, int from, int index, int brackets) {
        return switch (octet) {
            case ' ', '(', ')', '\n' -> true;
            case '\r' -> index > from && (index + 1 == length || octets.at(index + 1) == '\n');
            case ']' -> nesting.inBrackets() && brackets == 0;
            case '[' -> nesting.sections(from, index);
            case '{', '~' -> index > from && literals.announced(index);
            default -> false;
        };
    }

    private void odd(int octet, int from, int index) {
        boolean flag = octet == '\\' && (index == from || index == from + 1 && "+-".indexOf(octets.at(from)) >= 0);
        if (octet != '[' && octet != ']' && octet != '~' && !flag && !nesting.inBrackets()) {
            sink.note(octet == 0 ? Defect.NUL : octet == '\r' ? Defect.BARE_CR : Defect.ODD_ATOM, index);
        }
    }
}
