package org.posthouse.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.token.Deviation;

/**
 * What the codec makes of one message.
 *
 * @param consumed octets from its beginning to its line end; 0 if it is incomplete
 * @param type what it is, in the protocol's words and lower case; empty unless accepted
 * @param tag a command's; empty for what isn't one, where nobody knows the command, and where it doesn't look like one: it might be a secret
 * @param value the view's value; empty unless accepted
 * @param sameBack whether writing the value back into the message gives the same octets; false unless accepted
 * @param deviations what was tolerated
 * @param failure why it was rejected, or what is missing
 */
record Judgement(
        Verdict verdict,
        int consumed,
        String type,
        Optional<String> tag,
        Optional<Object> value,
        boolean sameBack,
        List<Deviation> deviations,
        Optional<Failure> failure) {

    /** Whether it can be understood. */
    enum Verdict {
        ACCEPT,
        INCOMPLETE,
        REJECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where, counted from the message's beginning, and why; never quotes the message. */
    record Failure(int position, String reason) {}

    /** Its first octets are there; the reason says what is missing behind them. */
    static Judgement incomplete(int there, String reason) {
        Failure failure = new Failure(there, reason);
        return failed(Verdict.INCOMPLETE, 0, failure);
    }

    /** The same, and nothing of the message is shown. */
    Judgement rejected(String reason) {
        return reject(consumed, 0, reason);
    }

    /** The same of more octets. */
    Judgement reaching(int octets) {
        return new Judgement(verdict, octets, type, tag, value, sameBack, deviations, failure);
    }

    static Judgement reject(int consumed, int position, String reason) {
        Failure failure = new Failure(position, reason);
        return failed(Verdict.REJECT, consumed, failure);
    }

    private static Judgement failed(Verdict verdict, int consumed, Failure failure) {
        return new Judgement(
                verdict, consumed, "", Optional.empty(), Optional.empty(), false, List.of(), Optional.of(failure));
    }

    static Judgement accept(int consumed, String type, Object value, boolean sameBack, List<Deviation> deviations) {
        return new Judgement(
                Verdict.ACCEPT,
                consumed,
                type,
                Optional.empty(),
                Optional.of(value),
                sameBack,
                deviations,
                Optional.empty());
    }

    /** The same of a command with this tag. */
    Judgement tagged(String with) {
        return new Judgement(verdict, consumed, type, Optional.of(with), value, sameBack, deviations, failure);
    }
}
