package org.posthouse.proxy.config;

/** Keeps a message on one line, whatever an exception's text or a file holds. */
public final class OneLine {

    private static final int LONGEST = 300;

    private OneLine() {}

    /** Control characters become spaces, double quotes single ones, and overlong text is cut. */
    public static String of(String text) {
        String flat =
                text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace('"', '\'').strip();
        return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "…";
    }
}
