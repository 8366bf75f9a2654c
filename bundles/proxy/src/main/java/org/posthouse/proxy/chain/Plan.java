package org.posthouse.proxy.chain;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.posthouse.imap.Capability;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.imap.wire.ResponseHead;
import org.posthouse.imap.wire.ResponseHead.DataName;
import org.posthouse.imap.wire.ResponseHead.Kind;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.proxy.capability.Withheld;

/**
 * What the interceptors of a chain want, compiled once for each list of interests and shared by the sessions that have
 * the same. Answers by what a framer knows of a message, without looking at the message. Immutable.
 */
public final class Plan {

    private static final Set<DataName> NUMBERED = Set.of(
            DataName.OTHER, DataName.FETCH, DataName.EXISTS, DataName.EXPUNGE, DataName.RECENT, DataName.UIDFETCH);

    /** Nobody wants anything. */
    public static final Plan EMPTY = new Plan(List.of());

    private final Map<CommandSpec, Treatment> commands = new IdentityHashMap<>();
    private final Treatment[] data = new Treatment[DataName.values().length];
    private final Treatment[] status = new Treatment[Status.values().length];
    private final Treatment continuation;
    private final boolean numbered;
    private final boolean responses;
    private final boolean sent;
    private final boolean stateDependent;
    private final boolean empty;
    private final Withheld withheld;
    private final Set<Capability> added = new HashSet<>();

    Plan(List<Wish> wishes) {
        empty = wishes.isEmpty();
        CommandSpec.all().forEach(spec -> commands.put(spec, all(wishes, w -> w.command(spec.name()))));
        commands.put(CommandSpec.UNKNOWN, all(wishes, Wish::unknownCommands));
        for (DataName each : DataName.values()) {
            data[each.ordinal()] = each == DataName.OTHER
                    ? all(wishes, Wish::otherResponses)
                    : all(wishes, w -> w.response(ResponseNames.of(each)));
        }
        for (Status each : Status.values()) {
            status[each.ordinal()] = all(wishes, w -> w.response(ResponseNames.of(each)));
        }
        continuation = all(wishes, w -> w.response(ResponseNames.CONTINUATION));
        sent = wishes.stream().anyMatch(Wish::sent);
        numbered = sent || NUMBERED.stream().anyMatch(n -> data[n.ordinal()].shown());
        responses = sent || wishes.stream().anyMatch(Wish::responses);
        stateDependent = wishes.stream().anyMatch(Wish::stateDependent);
        withheld = Withheld.of(wishes.stream().map(Wish::interest).toList());
        wishes.forEach(w -> added.addAll(w.added()));
    }

    /** Nobody is in the chain at all. */
    public boolean isEmpty() {
        return empty;
    }

    /** How a command is to be treated; of one that the proxy doesn't know: what it may come to. */
    public Treatment command(CommandSpec spec) {
        return commands.getOrDefault(spec, Treatment.NONE);
    }

    /** How a response with this head is to be treated. */
    public Treatment response(int head) {
        if (ResponseHead.kind(head) == Kind.CONTINUATION) {
            return continuation;
        }
        Status word = ResponseHead.status(head);
        return word != Status.NONE
                ? status[word.ordinal()]
                : data[ResponseHead.data(head).ordinal()];
    }

    /** Whether anybody wants responses at all, as they come or as they leave. */
    public boolean responses() {
        return responses;
    }

    /** Whether somebody wants untagged data that begins with a number; otherwise runs of it needn't be looked at. */
    public boolean numbered() {
        return numbered;
    }

    /** Whether lines are to be shown as they leave. */
    public boolean sent() {
        return sent;
    }

    /** Whether somebody judges commands by the session's state: then they wait behind a barrier (design, chapter 5). */
    public boolean stateDependent() {
        return stateDependent;
    }

    /** Capabilities that somebody keeps from the client, and what is refused for it. */
    public Withheld withheld() {
        return withheld;
    }

    /** Capabilities that somebody adds to lists of the server. */
    public Set<Capability> added() {
        return added;
    }

    private static Treatment all(List<Wish> wishes, Function<Wish, Treatment> of) {
        Treatment sum = Treatment.NONE;
        for (Wish each : wishes) {
            sum = sum.and(of.apply(each));
        }
        return sum;
    }
}
