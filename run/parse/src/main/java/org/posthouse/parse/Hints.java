package org.posthouse.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.token.Defect;

/** Finds what to say of messages that aren't understood; each thing once per trace. */
final class Hints {

    /** So many octets are looked at. */
    private static final int HEAD = 4096;

    private static final Set<Defect> ODD = EnumSet.of(Defect.UNKNOWN_NAME, Defect.EXTRA_SPACE);

    private final Judge tolerant = new Judge(false);
    private final Set<Hint> said = EnumSet.noneOf(Hint.class);

    /** What fits; empty for a message that is understood. */
    Optional<Hint> of(Kind kind, Judgement judgement, byte[] input, int from, int to) {
        boolean understood = judgement.verdict() == Judgement.Verdict.ACCEPT
                && judgement.deviations().stream().noneMatch(deviation -> ODD.contains(deviation.defect()));
        if (understood) {
            // It may be understood wrongly: a literal's length counts octets that are gone.
            return has(judgement, Defect.BARE_LF) ? Optional.of(Hint.CARRIAGE_RETURNS) : Optional.empty();
        }
        String octets = new String(input, from, Math.min(to - from, HEAD), StandardCharsets.ISO_8859_1);
        boolean server = kind == Kind.RESPONSE || kind == Kind.GREETING;
        if (server && command(input, from, to)) {
            return Optional.of(Hint.CLIENT);
        }
        int own = judgement.consumed() == 0 ? octets.length() : Math.min(octets.length(), judgement.consumed());
        return Arrays.stream(Hint.values())
                .filter(hint -> hint != Hint.SERVER || !server)
                .filter(hint -> hint.fits(hint == Hint.CARRIAGE_RETURNS ? octets.substring(0, own) : octets))
                .findFirst();
    }

    private static boolean has(Judgement judgement, Defect defect) {
        return judgement.deviations().stream().anyMatch(deviation -> deviation.defect() == defect);
    }

    private boolean command(byte[] input, int from, int to) {
        Judgement asCommand = tolerant.judge(Kind.COMMAND, input, from, to);
        return asCommand.verdict() == Judgement.Verdict.ACCEPT && !has(asCommand, Defect.UNKNOWN_NAME);
    }

    /** The same, unless it was said before. */
    Optional<Hint> once(Optional<Hint> hint) {
        return hint.filter(said::add);
    }
}
