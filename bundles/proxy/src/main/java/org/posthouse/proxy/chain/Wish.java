package org.posthouse.proxy.chain;

import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.wire.CommandSpec;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Literals;

/**
 * What one seat asks for: an interceptor's interest, or what a guard that is not there covers.
 *
 * @param interest the interest; a guard that never had one has asked for all commands
 * @param never commands that it lets pass all the same
 * @param stateDependent whether it judges by the session's state
 */
record Wish(Interest interest, Set<CommandName> never, boolean stateDependent) {

    /** What a guard covers that never said what it wants (design, chapter 7). */
    private static final Set<CommandName> HARMLESS = Set.of(CommandName.NOOP, CommandName.LOGOUT);

    private static final Literals.Cases<Treatment> TREATMENT = new Literals.Cases<>() {
        @Override
        public Treatment skip() {
            return Treatment.SHOWN;
        }

        @Override
        public Treatment observe() {
            return new Treatment(true, 0, Integer.MAX_VALUE, true, false);
        }

        @Override
        public Treatment buffer(Literals.Buffer how) {
            int most = how.whenLarger() == Literals.WhenLarger.REFUSE ? how.max() : Integer.MAX_VALUE;
            return new Treatment(true, how.max(), most, false, false);
        }

        @Override
        public Treatment resize() {
            return new Treatment(true, 0, Integer.MAX_VALUE, true, true);
        }
    };

    static Wish of(Interest interest, boolean mutate) {
        return new Wish(interest, Set.of(), interest.stateDependent().orElse(mutate) && interest.wantsCommands());
    }

    /** Nobody has said what it wants: every command that does anything. */
    static Wish unknown() {
        return new Wish(Interest.of().anyCommand().data().build(), HARMLESS, false);
    }

    /** Whether an interest can be had: a guard must not let pass what it hasn't seen whole. */
    static void check(Interest interest, boolean closed) {
        boolean passes = interest.literals().stream()
                .anyMatch(l -> l instanceof Literals.Buffer b && b.whenLarger() == Literals.WhenLarger.PASS);
        if (closed && passes) {
            throw new IllegalArgumentException("WhenLarger.PASS of an interceptor that fails closed");
        }
    }

    Treatment command(CommandName name) {
        return never.contains(name) ? Treatment.NONE : treatment(interest.command(name));
    }

    Treatment unknownCommand(CommandName name) {
        return treatment(interest.unknownCommand(name));
    }

    /** What a command that the proxy doesn't know may come to, before its name has been read. */
    Treatment unknownCommands() {
        Treatment sum = treatment(interest.unknownCommand(CommandSpec.UNKNOWN.name()));
        for (CommandName each : interest.commands()) {
            sum = CommandSpec.of(each).known() ? sum : sum.and(command(each));
        }
        return sum;
    }

    Treatment response(ResponseName name) {
        return treatment(interest.response(name));
    }

    /** What a response that the proxy doesn't know by name may come to. */
    Treatment otherResponses() {
        Treatment sum = treatment(interest.response(ResponseNames.UNKNOWN));
        for (ResponseName each : interest.responses()) {
            sum = ResponseNames.known(each) ? sum : sum.and(response(each));
        }
        return sum;
    }

    boolean responses() {
        return interest.wantsResponses();
    }

    /** Whether it wants lines of data of this command. */
    boolean data(CommandName name, boolean known) {
        return interest.wantsData() && (known ? command(name) : unknownCommand(name)).shown();
    }

    boolean sent() {
        return interest.wantsSent();
    }

    Set<Capability> added() {
        return interest.added();
    }

    private static Treatment treatment(Optional<Literals> literals) {
        return literals.map(l -> l.match(TREATMENT)).orElse(Treatment.NONE);
    }
}
