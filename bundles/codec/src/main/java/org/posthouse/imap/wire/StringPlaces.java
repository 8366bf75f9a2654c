package org.posthouse.imap.wire;

/**
 * Where a command's grammar has strings: a bit per argument at depth 0 and inside lists. Immutable; the builder
 * methods give a changed copy.
 *
 * <p>Some lists hold strings only behind a certain word ({@code STORE 1 ANNOTATION (…)}); such a word counts by its
 * first eight octets, see {@link #word}.
 */
final class StringPlaces {

    private static final int LAST = 31;
    private static final int MESSAGE = 2;
    private static final long[] NO_WORDS = {};

    private final int flat;
    private final int nested;
    private final int minDepth;
    private final int octetsFrom;
    private final boolean brackets;
    private final long[] words;

    private StringPlaces(int flat, int nested, int minDepth, int octetsFrom, boolean brackets, long[] words) {
        this.flat = flat;
        this.nested = nested;
        this.minDepth = minDepth;
        this.octetsFrom = octetsFrom;
        this.brackets = brackets;
        this.words = words;
    }

    static StringPlaces none() {
        return new StringPlaces(0, 0, 1, Integer.MAX_VALUE, false, NO_WORDS);
    }

    /** CHARSET and keys, behind {@code lists} lists or words of another kind; keys may be in lists too. */
    static StringPlaces searchKeys(int lists) {
        return none().flatFrom(1).nested(1, lists);
    }

    /** {@code BODY[HEADER.FIELDS ({5})]} with or without a list around it; entries of ANNOTATION (RFC 5257). */
    static StringPlaces fetchItems() {
        return none().nested(2, 1).brackets().behind("ANNOTATION");
    }

    /** Values of ANNOTATION (RFC 5257) and Gmail's labels; flags are no strings. */
    static StringPlaces storeItems() {
        return none().octets(2).behind("ANNOTATION", "X-GM-LABELS", "+X-GM-LABELS", "-X-GM-LABELS");
    }

    /** A message set, a mailbox, then as in APPEND (RFC 8508). */
    static StringPlaces replacement() {
        return none().flatFrom(1).nested(1, MESSAGE + 1).octets(MESSAGE);
    }

    /** Strings as these arguments. */
    StringPlaces flat(int... arguments) {
        int mask = flat;
        for (int argument : arguments) {
            mask |= 1 << argument;
        }
        return new StringPlaces(mask, nested, minDepth, octetsFrom, brackets, words);
    }

    /** Strings as this argument and all behind it. */
    StringPlaces flatFrom(int argument) {
        return new StringPlaces(flat | -1 << argument, nested, minDepth, octetsFrom, brackets, words);
    }

    /** Strings inside lists of at least this depth, from this argument on. */
    StringPlaces nested(int depth, int argument) {
        return new StringPlaces(flat, -1 << argument, depth, octetsFrom, brackets, words);
    }

    /** Literal8 wherever there is a string, from this argument on (RFC 3516, 5464, 6855). */
    StringPlaces octets(int argument) {
        return new StringPlaces(flat, nested, minDepth, argument, brackets, words);
    }

    /** Brackets of a section count as depth. */
    StringPlaces brackets() {
        return new StringPlaces(flat, nested, minDepth, octetsFrom, true, words);
    }

    private StringPlaces behind(String... names) {
        long[] packed = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            packed[i] = packed(names[i]);
        }
        return new StringPlaces(flat, nested, minDepth, octetsFrom, brackets, packed);
    }

    boolean admit(int argument, int depth, boolean literal8) {
        int mask = depth == 0 ? flat : depth >= minDepth ? nested : 0;
        return (mask >>> Math.min(argument, LAST) & 1) != 0 && (!literal8 || argument >= octetsFrom);
    }

    /** The same inside a list behind a word at depth 0. */
    boolean admitBehind(long word, int argument, boolean literal8) {
        for (long known : words) {
            if (known == word) {
                return argument >= 2 && (!literal8 || argument >= octetsFrom);
            }
        }
        return false;
    }

    boolean countsBrackets() {
        return brackets;
    }

    /** A word's first eight octets in capitals, octet by octet. */
    static long word(long soFar, byte octet) {
        return soFar >>> 56 != 0 ? soFar : soFar << 8 | (octet >= 'a' && octet <= 'z' ? octet - 32 : octet & 0xFF);
    }

    private static long packed(String name) {
        long word = 0;
        for (int i = 0; i < name.length(); i++) {
            word = word(word, (byte) name.charAt(i));
        }
        return word;
    }
}
