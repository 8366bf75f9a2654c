package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.posthouse.admin.Administration;
import org.posthouse.admin.SessionFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a button asks for.
 *
 * @param verb {@code kick}, {@code drain}, {@code undrain}, {@code off}, {@code on} or {@code readmit}
 * @param listener the listener's name; empty with {@code kick}
 * @param slot the place's id; empty where a listener is enough
 * @param sessions which, as {@link SessionFilter#parse} reads it; empty but with {@code kick}
 */
record Deed(String verb, String listener, String slot, String sessions) {

    private static final Logger LOG = LoggerFactory.getLogger(Deed.class);

    /** What users are told when an operator ends their session. */
    private static final String REASON = "session ended by the administrator";

    /**
     * What became of it.
     *
     * @param done whether anything was there to do it to
     * @param text for the page
     */
    record Outcome(boolean done, String text) {}

    static Deed of(HttpServletRequest request) {
        return new Deed(
                text(request, "verb"), text(request, "listener"), text(request, "slot"), text(request, "sessions"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /**
     * Does it.
     *
     * @throws IllegalArgumentException with a reason for people, if it makes no sense
     */
    Outcome on(Administration proxy) {
        Outcome outcome = verb.equals("kick") ? kick(proxy) : place(proxy);
        LOG.info(
                "event=operator verb={} listener={} slot={} done={}", verb, word(listener), word(slot), outcome.done());
        return outcome;
    }

    /** One line of the log stays one. */
    private static String word(String said) {
        return said.replaceAll("[^!-~]", "?");
    }

    private Outcome kick(Administration proxy) {
        int told = proxy.kick(SessionFilter.parse(sessions), REASON);
        return new Outcome(told > 0, told == 1 ? "1 session is being ended" : told + " sessions are being ended");
    }

    private Outcome place(Administration proxy) {
        return switch (verb) {
            case "drain" -> outcome(proxy.drain(listener), listener + " drains");
            case "undrain" -> outcome(proxy.undrain(listener), listener + " opens again");
            case "off" -> outcome(proxy.switchOff(listener, slot), slot + " is off");
            case "on" -> outcome(proxy.switchOn(listener, slot), slot + " is on");
            case "readmit" -> outcome(proxy.readmit(listener, slot), slot + " is admitted again");
            default -> throw new IllegalArgumentException("unknown verb");
        };
    }

    private static Outcome outcome(boolean done, String text) {
        return new Outcome(done, done ? text : "that isn't there any more, or has changed meanwhile");
    }
}
