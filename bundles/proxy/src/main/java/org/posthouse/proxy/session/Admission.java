package org.posthouse.proxy.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Reply;
import org.posthouse.proxy.chain.Subject;

/**
 * What the proxy refuses before anything of it goes upstream: what it took from the capability list, and what the
 * transport policy of the listener forbids. Everything else passes, unknown commands too.
 */
final class Admission {

    /**
     * A tagged refusal.
     *
     * @param status {@code BAD} or {@code NO} with its code
     * @param reason text behind {@code posthouse:}
     */
    record Refused(String status, String reason) {

        /** What an interceptor says in the server's place. */
        static Refused of(Reply reply) {
            String code = reply.code().map(c -> " [" + c + "]").orElse("");
            return new Refused(reply.status() + code, reply.text());
        }
    }

    private static final String PRIVACY = "NO [PRIVACYREQUIRED]";

    private final Session session;

    Admission(Session session) {
        this.session = session;
    }

    /** Whether this command may go upstream; the line is borrowed, [start, end) in the buffer. */
    Optional<Refused> check(CommandSpec spec, ByteBuf buf, int start, int end, boolean whole) {
        if (session.demandsTls() && !beforeTls(spec)) {
            return refused(PRIVACY, "STARTTLS is required first");
        }
        if (spec == CommandSpec.STARTTLS) {
            return startTls(buf, start, end, whole);
        }
        if (spec == CommandSpec.AUTHENTICATE) {
            return authenticate(words(buf, start, end));
        }
        if (spec == CommandSpec.COMPRESS || spec == CommandSpec.RLIST || spec == CommandSpec.RLSUB) {
            return refused("BAD", spec.name() + " is not available through this proxy");
        }
        return Optional.empty();
    }

    /** Whether commands of this name may have to be refused for a capability that was taken away. */
    boolean withholds(CommandSpec spec) {
        return session.chain().plan().withheld().concerns(spec.name());
    }

    /** Refuses what an interceptor has taken out of the capability list. */
    Optional<Refused> withheld(CommandSpec spec, Subject command) {
        return !withholds(spec)
                ? Optional.empty()
                : session.chain()
                        .plan()
                        .withheld()
                        .refuses(spec.name(), command.message())
                        .flatMap(missing -> refused("BAD", missing + " is not available"));
    }

    /** Whether the first SASL line of a SCRAM exchange may go upstream. */
    Optional<Refused> checkScram(String mechanism, String initial) {
        char flag = Mechanisms.bindingFlag(initial);
        boolean refused = flag == 'p' || (flag == 'y' && session.capabilities().bound(mechanism));
        return refused
                ? refused("NO [CANNOT]", "channel binding can't pass a proxy; disable it in the client")
                : Optional.empty();
    }

    /** Refused here it is discarded to its end; what is not refused is a whole line, which the session answers. */
    private Optional<Refused> startTls(ByteBuf buf, int start, int end, boolean whole) {
        if (!whole
                || buf.toString(start, end - start, StandardCharsets.ISO_8859_1)
                                .trim()
                                .split(" +")
                                .length
                        > 2) {
            return refused("BAD", "STARTTLS takes no arguments");
        }
        return session.offersStartTls() || session.exchanges().loggingIn()
                ? Optional.empty()
                : refused("BAD", "STARTTLS is not available now");
    }

    private Optional<Refused> authenticate(String[] words) {
        if (words.length < 3 || words[2].isEmpty() || !words[2].matches("[A-Za-z0-9_-]+")) {
            // A quoted name would reach servers that take one, past the list of mechanisms.
            return refused("BAD", "AUTHENTICATE needs a mechanism written as an atom");
        }
        String mechanism = words[2].toUpperCase(Locale.ROOT);
        if (Mechanisms.neverThrough(mechanism) || mechanism.endsWith("-PLUS")) {
            return refused("NO [CANNOT]", mechanism + " can't pass a proxy");
        }
        boolean scram = Mechanisms.scram(mechanism);
        if (scram
                && session.capabilities().bound(mechanism)
                && !session.settings().quirks().bareScram()) {
            return refused("NO [CANNOT]", mechanism + " is not available, its bound form can't pass a proxy");
        }
        return scram && words.length > 3 ? checkScram(mechanism, words[3]) : Optional.empty();
    }

    private static boolean beforeTls(CommandSpec spec) {
        return spec == CommandSpec.STARTTLS
                || spec == CommandSpec.CAPABILITY
                || spec == CommandSpec.NOOP
                || spec == CommandSpec.LOGOUT;
    }

    private static Optional<Refused> refused(String status, String reason) {
        return Optional.of(new Refused(status, reason));
    }

    private static String[] words(ByteBuf buf, int start, int end) {
        return buf.toString(start, end - start, StandardCharsets.ISO_8859_1)
                .trim()
                .split(" ", -1);
    }
}
