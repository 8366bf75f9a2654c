package org.posthouse.proxy.config;

/**
 * Rules that an operator may loosen for old clients. All false unless the file says otherwise.
 *
 * @param lenientLineEnds {@code line-ends = lenient}: a bare LF ends a client line (R6), never one with a literal
 * @param lenientHeads {@code lenient-heads = on}: heads that R9 refuses are passed
 * @param unknownLiterals {@code unknown-literals = pass}: literals of commands that we don't know are passed (R1a)
 * @param bareScram {@code scram = keep-bare}: SCRAM-x stays announced where SCRAM-x-PLUS was taken away
 */
public record Quirks(boolean lenientLineEnds, boolean lenientHeads, boolean unknownLiterals, boolean bareScram) {

    /** Every rule in force. */
    public static final Quirks NONE = new Quirks(false, false, false, false);
}
