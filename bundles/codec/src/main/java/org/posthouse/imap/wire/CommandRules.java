package org.posthouse.imap.wire;

/**
 * What a listener tolerates from its clients; all false is strict, and what a listener beside a guard must be.
 *
 * @param lenientLineEnds a bare LF ends a line (never behind a literal announcement), R6
 * @param lenientHeads several spaces in the head, a tag or name outside its grammar pass, R9. A bare CR, a NUL, a
 *     tag over 64 octets and {@code +} or {@code *} as tag never do
 * @param unknownLiterals literals of commands that we don't know pass, R1a: unsafe, the server may run their content
 */
public record CommandRules(boolean lenientLineEnds, boolean lenientHeads, boolean unknownLiterals) {

    /** Nothing is tolerated. */
    public static final CommandRules STRICT = new CommandRules(false, false, false);
}
