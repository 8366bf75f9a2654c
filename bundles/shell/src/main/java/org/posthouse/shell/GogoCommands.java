package org.posthouse.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The verbs in a Gogo shell, scope {@code imap}. A refused command is an exception there, so that scripts stop. */
@Component(
        service = GogoCommands.class,
        property = {
            "osgi.command.scope=imap",
            "osgi.command.function=listeners",
            "osgi.command.function=sessions",
            "osgi.command.function=session",
            "osgi.command.function=chain",
            "osgi.command.function=stats",
            "osgi.command.function=kick",
            "osgi.command.function=drain",
            "osgi.command.function=undrain",
            "osgi.command.function=off",
            "osgi.command.function=on",
            "osgi.command.function=readmit"
        })
public final class GogoCommands {

    private static final String FILTER = "session=ID, user=NAME, address=NETWORK or listener=NAME";
    private static final String LISTENER = "name of the listener";
    private static final String SLOT = "id of the interceptor, as chain shows it";

    private final Verbs verbs;

    /** Called by Declarative Services. */
    @Activate
    public GogoCommands(@Reference Verbs verbs) {
        this.verbs = verbs;
    }

    @Descriptor("listeners, their ports, ways and sessions")
    public String listeners() {
        return run("listeners");
    }

    @Descriptor("open sessions")
    public String sessions() {
        return run("sessions");
    }

    @Descriptor("open sessions that fit")
    public String sessions(@Descriptor(FILTER) String filter) {
        return run("sessions", filter);
    }

    @Descriptor("all about one session")
    public String session(@Descriptor("its id") String id) {
        return run("session", id);
    }

    @Descriptor("interceptors of all listeners in command order")
    public String chain() {
        return run("chain");
    }

    @Descriptor("interceptors of a listener in command order")
    public String chain(@Descriptor(LISTENER) String listener) {
        return run("chain", listener);
    }

    @Descriptor("what went through")
    public String stats() {
        return run("stats");
    }

    @Descriptor("end sessions with a BYE")
    public String kick(@Descriptor(FILTER) String filter, @Descriptor("reason for the clients") String... reason) {
        List<String> words = new ArrayList<>(List.of("kick", filter));
        words.addAll(List.of(reason));
        return run(words.toArray(String[]::new));
    }

    @Descriptor("close a listener's port and end its sessions")
    public String drain(@Descriptor(LISTENER) String listener) {
        return run("drain", listener);
    }

    @Descriptor("open a drained listener's port again")
    public String undrain(@Descriptor(LISTENER) String listener) {
        return run("undrain", listener);
    }

    @Descriptor("switch an interceptor off; what a closed one covers is refused")
    public String off(@Descriptor(LISTENER) String listener, @Descriptor(SLOT) String slot) {
        return run("off", listener, slot);
    }

    @Descriptor("switch an interceptor on again")
    public String on(@Descriptor(LISTENER) String listener, @Descriptor(SLOT) String slot) {
        return run("on", listener, slot);
    }

    @Descriptor("let an interceptor out of quarantine")
    public String readmit(@Descriptor(LISTENER) String listener, @Descriptor(SLOT) String slot) {
        return run("readmit", listener, slot);
    }

    private String run(String... words) {
        Answer answer = verbs.run(List.of(words));
        if (answer.code() != Answer.DONE) {
            throw new IllegalArgumentException(answer.text().stripTrailing());
        }
        return answer.text();
    }
}
