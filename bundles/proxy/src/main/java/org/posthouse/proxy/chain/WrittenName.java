package org.posthouse.proxy.chain;

import org.posthouse.imap.CommandName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.wire.CommandSpec;

/** The name of a command that the proxy doesn't know, as it stands in the line. */
final class WrittenName {

    private static final int LONGEST = 256;

    private WrittenName() {}

    /** The second word; the spec's stand-in if that is no name. */
    static CommandName of(Octets line, CommandSpec spec) {
        String head = line.slice(0, Math.min(line.length(), LONGEST)).latin1();
        String[] words = head.trim().split(" ", 3);
        try {
            return CommandName.of(words.length > 1 ? words[1] : "");
        } catch (IllegalArgumentException noAtom) {
            return spec.name();
        }
    }
}
