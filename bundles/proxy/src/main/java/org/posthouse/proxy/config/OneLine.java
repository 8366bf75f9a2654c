package org.posthouse.proxy.config;

/** Keeps a message on one line, whatever an exception's text or a file holds. */
public final class OneLine {

    private static final int LONGEST = 300;

    private OneLine() {}

    /** Control characters and what turns the reading direction become spaces, double quotes single ones, and overlong text is cut. */
    public static String of(String text) {
        String flat = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}\\s]+", " ")
                .replace('"', '\'')
                .strip();
        return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "…";
    }
}
