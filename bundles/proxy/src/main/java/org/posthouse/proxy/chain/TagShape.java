package org.posthouse.proxy.chain;

/**
 * Whether a line's first word looks like the tags that clients make: a few letters and a number ({@code a1}, {@code
 * A0001}, {@code ABCD12}, {@code 7}, {@code 12.3}), or four octets at most. A password can look like that, too; then it
 * is read where it was written as a tag.
 */
final class TagShape {

    private static final int SHORT = 4;
    private static final int NUMBER = 8;

    private TagShape() {}

    /** The length of the first word if it looks like no tag, else 0. */
    static int odd(byte[] line, int length) {
        int word = 0;
        while (word < length && line[word] != ' ') {
            word++;
        }
        int letters = 0;
        while (letters < word && letter(line[letters])) {
            letters++;
        }
        int number = letters;
        while (number < word && digit(line[number])) {
            number++;
        }
        boolean usual = word <= SHORT || number == word && letters <= SHORT && number - letters <= NUMBER;
        return usual ? 0 : word;
    }

    private static boolean letter(byte octet) {
        int lower = octet | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean digit(byte octet) {
        return octet >= '0' && octet <= '9' || octet == '.';
    }
}
