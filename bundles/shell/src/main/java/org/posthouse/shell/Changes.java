package org.posthouse.shell;

import java.util.List;
import org.posthouse.admin.Administration;
import org.posthouse.admin.SessionFilter;

/** The verbs that change something. */
final class Changes {

    private static final String REASON = "ended by the administrator";

    private Changes() {}

    static Answer kick(Administration administration, List<String> words) {
        SessionFilter which = SessionFilter.parse(words.get(0));
        String reason = words.size() == 1 ? REASON : String.join(" ", words.subList(1, words.size()));
        int kicked = administration.kick(which, reason);
        return kicked == 0
                ? Answer.missing("session with " + Plain.of(words.get(0)))
                : Answer.done(kicked == 1 ? "1 session is ending\n" : kicked + " sessions are ending\n");
    }

    static Answer drain(Administration administration, List<String> words) {
        return listener(
                administration.drain(words.get(0)), words, "drains: its port is closed, its sessions are ending");
    }

    static Answer undrain(Administration administration, List<String> words) {
        return listener(administration.undrain(words.get(0)), words, "takes new sessions");
    }

    static Answer off(Administration administration, List<String> words) {
        return slot(administration.switchOff(words.get(0), words.get(1)), words, "is off");
    }

    static Answer on(Administration administration, List<String> words) {
        return slot(administration.switchOn(words.get(0), words.get(1)), words, "is on");
    }

    static Answer readmit(Administration administration, List<String> words) {
        return administration.readmit(words.get(0), words.get(1))
                ? Answer.done(name(words) + " is readmitted\n")
                : Answer.missing("interceptor " + name(words) + " in quarantine");
    }

    private static Answer listener(boolean found, List<String> words, String done) {
        String name = "listener " + Plain.of(words.get(0));
        return found ? Answer.done(name + " " + done + "\n") : Answer.missing(name);
    }

    private static Answer slot(boolean found, List<String> words, String done) {
        return found ? Answer.done(name(words) + " " + done + "\n") : Answer.missing("interceptor " + name(words));
    }

    private static String name(List<String> words) {
        return Plain.of(words.get(0) + "/" + words.get(1));
    }
}
