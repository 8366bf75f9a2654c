package org.posthouse.imap.view;

import java.util.List;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;

/** {@code DONE}, in any case: what ends IDLE (RFC 9051 §6.3.13). */
public record DoneLine() {

    /** A client's line in IDLE, with or without its line end; never Absent. */
    public static Parsed<DoneLine> read(Octets line) {
        Octets content = SaslLine.withoutLineEnd(line);
        return content.is("DONE")
                ? new Parsed.Valid<>(new DoneLine(), List.of())
                : new Parsed.Malformed<>(0, "not DONE");
    }

    /** The line to send, with its line end. */
    public Octets line() {
        return Octets.of("DONE\r\n");
    }
}
