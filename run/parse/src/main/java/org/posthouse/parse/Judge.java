package org.posthouse.parse;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.token.Reading;
import org.posthouse.imap.token.Token;
import org.posthouse.imap.token.View;
import org.posthouse.imap.token.WriteLimits;
import org.posthouse.imap.view.Command;
import org.posthouse.imap.view.DoneLine;
import org.posthouse.imap.view.Response;
import org.posthouse.imap.view.SaslLine;
import org.posthouse.imap.view.StatusResponse;

/** Frames and parses the first message of some octets. Immutable, any thread. */
final class Judge {

    /** As in wire logs: what looks otherwise may be a password on a line that isn't the command it seems to be. */
    private static final Pattern USUAL_TAG = Pattern.compile(".{1,4}|[A-Za-z]{0,4}[0-9.]{1,8}");

    private final boolean strict;

    Judge(boolean strict) {
        this.strict = strict;
    }

    Judgement judge(Kind kind, byte[] input, int from, int to) {
        Extent extent = Extent.of(kind, strict, input, from, to);
        if (extent.fault().isPresent()) {
            Judgement.Failure fault = extent.fault().get();
            return extent.octets() == 0
                    ? Judgement.incomplete(fault.position(), fault.reason())
                    : Judgement.reject(extent.octets(), fault.position(), fault.reason());
        }
        Octets octets = Octets.owning(input, from, from + extent.octets());
        return switch (kind) {
            case COMMAND -> command(octets);
            case RESPONSE -> response(octets, Response.ANY);
            case GREETING -> response(octets, StatusResponse.GREETING);
            case AUTHENTICATE -> line(octets, SaslLine.read(octets), SaslLine::line, "authenticate");
            case IDLE -> line(octets, DoneLine.read(octets), DoneLine::line, "idle");
        };
    }

    private Reading reading() {
        return strict ? Reading.STRICT : Reading.TOLERANT;
    }

    private Judgement command(Octets octets) {
        Message message = Message.command(octets, reading());
        Judgement judgement = judged(octets, message.view(Command.ANY), command -> {
            String type = Tree.hidesName(command)
                    ? "other"
                    : command.name().toString().toLowerCase(Locale.ROOT);
            boolean same =
                    command.into(message, WriteLimits.LITERAL_PLUS).octets().equals(octets);
            return new Judged(type, same);
        });
        boolean known =
                judgement.value().filter(value -> !Tree.hidesName(value)).isPresent();
        return known ? tagged(judgement, message) : judgement;
    }

    private static Judgement tagged(Judgement judgement, Message message) {
        Token first = message.tokens().value().orElseThrow().tokens().get(0);
        String tag = first.octets().latin1();
        return USUAL_TAG.matcher(tag).matches() ? judgement.tagged(tag) : judgement;
    }

    private <T extends Response> Judgement response(Octets octets, View<T> view) {
        Message message = Message.response(octets, reading());
        return judged(octets, message.view(view), response -> {
            boolean same = response.into(message, WriteLimits.PLAIN).octets().equals(octets);
            return new Judged(type(message), same);
        });
    }

    /** The first word that names it: behind tag, star, and number. */
    private static String type(Message message) {
        List<Token> tokens = message.tokens().value().orElseThrow().tokens();
        if (tokens.get(0).isAtom("+")) {
            return "continuation";
        }
        boolean number = tokens.size() > 2 && tokens.get(1).octets().number().isPresent();
        return tokens.get(number ? 2 : 1).octets().latin1().toLowerCase(Locale.ROOT);
    }

    /** Octets that say the same as the line that would be written stay as they are. */
    private <T> Judgement line(Octets octets, Parsed<T> parsed, Function<T, Octets> written, String type) {
        int length = octets.length();
        boolean bare = length < 2 || octets.at(length - 2) != '\r';
        if (strict && bare) {
            return Judgement.reject(length, length - 1, "not strictly: BARE_LF");
        }
        return judged(
                octets, parsed, value -> new Judged(type, written.apply(value).length() <= length + 1));
    }

    private record Judged(String type, boolean sameBack) {}

    private static <T> Judgement judged(Octets octets, Parsed<T> parsed, Function<T, Judged> accepted) {
        return parsed.match(new Parsed.Fold<>(
                valid -> {
                    Judged judged = accepted.apply(valid.result());
                    return Judgement.accept(
                            octets.length(), judged.type(), valid.result(), judged.sameBack(), valid.deviations());
                },
                bad -> Judgement.reject(octets.length(), bad.position(), bad.reason()),
                Judgement.reject(octets.length(), 0, "a message of another kind")));
    }
}
