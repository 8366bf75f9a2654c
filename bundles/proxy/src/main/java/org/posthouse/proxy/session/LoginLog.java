package org.posthouse.proxy.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.posthouse.admin.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A line at each login, each refused login and each end, in the shape that Dovecot's have, so that the tools which read those read
 * ours (ADR 0012). With the system property {@code posthouse.log.fields} each value is also in the MDC while the line is written, for encoders
 * that write fields; the launcher sets it for JSON. A line of text is spared the work.
 *
 * <p>Texts of clients and interceptors are escaped: no line can be forged by a name.
 */
final class LoginLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.posthouse.login");

    private static final String FIELDS = "posthouse.log.fields";

    private LoginLog() {}

    /** Who calls; the user's name is the client's. */
    record Caller(String user, String method, String remote, String local, boolean encrypted, String session) {}

    /**
     * How it ended.
     *
     * @param stage where the server failed
     * @param tried whether a login has failed
     * @param unanswered whether a login went upstream and the server has not said what became of it
     */
    record Farewell(
            Traffic traffic,
            long seconds,
            String reason,
            String side,
            Optional<String> stage,
            boolean loggedIn,
            boolean tried,
            boolean unanswered) {}

    static void loggedIn(Caller caller) {
        if (LOG.isInfoEnabled()) {
            tell(loginLine(caller), () -> values("login", caller));
        }
    }

    static void refused(Caller caller, boolean credentials, int attempts, long seconds) {
        if (LOG.isInfoEnabled()) {
            tell(refusedLine(caller, credentials, attempts, seconds), () -> {
                Map<String, String> values = values(credentials ? "login-failed" : "login-refused", caller);
                values.put("attempts", Integer.toString(attempts));
                values.put("secs", Long.toString(seconds));
                return values;
            });
        }
    }

    static void ended(Caller caller, Farewell how) {
        if (LOG.isInfoEnabled()) {
            tell(endLine(caller, how), () -> values(caller, how));
        }
    }

    static String loginLine(Caller caller) {
        return whole(line().append("imap-login: Login: "), caller);
    }

    /** Whoever bans addresses looks for {@code (auth failed, …)}: what says nothing about credentials has other words. */
    static String refusedLine(Caller caller, boolean credentials, int attempts, long seconds) {
        String what = credentials ? "auth failed, " + attempts + " attempts" : "login refused";
        return whole(line().append("imap-login: Aborted login (" + what + " in " + seconds + " secs): "), caller);
    }

    static String endLine(Caller caller, Farewell how) {
        StringBuilder line = line().append(how.loggedIn() ? "imap: Disconnected" : "imap-login: Disconnected");
        who(line.append(attempts(how)), caller);
        line.append(", in=").append(how.traffic().fromClients());
        line.append(", out=").append(how.traffic().toClients());
        line.append(", secs=").append(how.seconds());
        how.stage().ifPresent(stage -> line.append(", upstream-failed=").append(stage));
        line.append(", reason=\"").append(LogText.sentence(how.reason()));
        line.append("\", side=").append(how.side());
        return session(line, caller);
    }

    /** Of two lines of every session each part is copied once. */
    private static StringBuilder line() {
        return new StringBuilder(256);
    }

    private static String attempts(Farewell how) {
        if (how.unanswered()) {
            return " (auth unanswered in " + how.seconds() + " secs): ";
        }
        boolean idle = !how.loggedIn() && !how.tried();
        return idle ? " (no auth attempts in " + how.seconds() + " secs): " : ": ";
    }

    private static String whole(StringBuilder line, Caller caller) {
        who(line, caller);
        return session(line, caller);
    }

    private static void who(StringBuilder line, Caller caller) {
        line.append("user=<").append(LogText.name(caller.user())).append('>');
        if (!caller.method().isEmpty()) {
            line.append(", method=").append(LogText.name(caller.method()));
        }
        line.append(", rip=").append(caller.remote());
        line.append(", lip=").append(caller.local());
        line.append(caller.encrypted() ? ", TLS" : "");
    }

    private static String session(StringBuilder line, Caller caller) {
        return line.append(", session=<")
                .append(LogText.name(caller.session()))
                .append('>')
                .toString();
    }

    private static Map<String, String> values(String event, Caller caller) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("event", event);
        values.put("session", caller.session());
        values.put("user", LogText.name(caller.user()));
        values.put("method", LogText.name(caller.method()));
        values.put("rip", caller.remote());
        values.put("lip", caller.local());
        values.put("tls", Boolean.toString(caller.encrypted()));
        return values;
    }

    private static Map<String, String> values(Caller caller, Farewell how) {
        Map<String, String> values = values("end", caller);
        values.put("in", Long.toString(how.traffic().fromClients()));
        values.put("out", Long.toString(how.traffic().toClients()));
        values.put("commands", Long.toString(how.traffic().commands()));
        values.put("secs", Long.toString(how.seconds()));
        values.put("reason", LogText.sentence(how.reason()));
        values.put("side", how.side());
        values.put("auth-unanswered", Boolean.toString(how.unanswered()));
        how.stage().ifPresent(stage -> values.put("upstream-failed", stage));
        return values;
    }

    private static void tell(String line, Supplier<Map<String, String>> fields) {
        Map<String, String> values = Boolean.getBoolean(FIELDS) ? fields.get() : Map.of();
        values.forEach(MDC::put);
        try {
            LOG.info(line);
        } finally {
            values.keySet().forEach(MDC::remove);
        }
    }
}
