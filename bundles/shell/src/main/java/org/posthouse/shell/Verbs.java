package org.posthouse.shell;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.posthouse.admin.Administration;

/** All verbs. Thread-safe. */
@Component(service = Verbs.class)
public final class Verbs {

    private static final int ANY = Integer.MAX_VALUE;

    private static final List<Verb> ALL = List.of(
            new Verb("listeners", "", "listeners, their ports, ways and sessions", 0, 0, Shows::listeners),
            new Verb("sessions", "[FILTER]", "open sessions", 0, 1, Shows::sessions),
            new Verb("session", "ID", "all about one session", 1, 1, Shows::session),
            new Verb("chain", "[LISTENER]", "interceptors in command order", 0, 1, Shows::chain),
            new Verb("stats", "", "what went through", 0, 0, Shows::stats),
            new Verb("kick", "FILTER [REASON]", "end sessions with a BYE", 1, ANY, Changes::kick),
            new Verb("drain", "LISTENER", "close its port and end its sessions", 1, 1, Changes::drain),
            new Verb("undrain", "LISTENER", "open its port again", 1, 1, Changes::undrain),
            new Verb("off", "LISTENER ID", "switch an interceptor off; a closed one refuses", 2, 2, Changes::off),
            new Verb("on", "LISTENER ID", "switch it on again", 2, 2, Changes::on),
            new Verb("readmit", "LISTENER ID", "let it out of quarantine", 2, 2, Changes::readmit));

    private static final String FILTERS = "FILTER is session=ID, user=NAME, address=192.0.2.0/24 or listener=NAME\n";

    private final Administration administration;

    /** Called by Declarative Services. */
    @Activate
    public Verbs(@Reference Administration administration) {
        this.administration = administration;
    }

    /** Runs the first word with the others as its arguments; without any word it says which there are. */
    Answer run(List<String> words) {
        if (words.isEmpty() || words.get(0).equals("help")) {
            return Answer.done(help());
        }
        Optional<Verb> verb =
                ALL.stream().filter(each -> each.name().equals(words.get(0))).findFirst();
        return verb.map(found -> found.run(administration, words.subList(1, words.size())))
                .orElseGet(() -> Answer.usage("unknown verb " + Plain.of(words.get(0)) + " (try: help)"));
    }

    private static String help() {
        Columns columns = new Columns("VERB", "ARGUMENTS", "");
        ALL.forEach(verb -> columns.row(verb.name(), verb.arguments(), verb.does()));
        return columns + FILTERS;
    }
}
