package org.posthouse.intercept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;

/**
 * What an interceptor wants to see. What nobody in a chain asked for is relayed without being assembled, parsed
 * or shown: ask for as little as you need. Immutable.
 */
public final class Interest {

    private static final Interest NONE = new InterestBuilder().build();

    private final Optional<Literals> anyCommand;
    private final Optional<Literals> unknownCommand;
    private final Map<CommandName, Literals> commands;
    private final Optional<Literals> anyResponse;
    private final Map<ResponseName, Literals> responses;
    private final Set<Capability> hidden;
    private final Set<Capability> kept;
    private final Set<Capability> added;
    private final boolean data;
    private final Optional<Boolean> stateDependent;
    private final boolean sent;
    private final boolean events;

    Interest(InterestBuilder b) {
        anyCommand = b.anyCommand;
        unknownCommand = b.unknownCommand;
        commands = Map.copyOf(b.commands);
        anyResponse = b.anyResponse;
        responses = Map.copyOf(b.responses);
        hidden = Set.copyOf(b.hidden);
        kept = Set.copyOf(b.kept);
        added = Set.copyOf(b.added);
        data = b.data;
        stateDependent = b.stateDependent;
        sent = b.sent;
        events = b.events;
    }

    /** Nothing at all: the interceptor is not in the session's chain. */
    public static Interest none() {
        return NONE;
    }

    /** Everything: each command, response, sent line and event. For traces; it has its price. */
    public static Interest everything() {
        return of().anyCommand().anyResponse().data().sent().events().build();
    }

    /** Begins with nothing. */
    public static InterestBuilder of() {
        return new InterestBuilder();
    }

    /** Whether nothing was asked for. */
    public boolean isNone() {
        return !wantsCommands()
                && !wantsResponses()
                && !data
                && !sent
                && !events
                && hidden.isEmpty()
                && added.isEmpty();
    }

    /** Whether a command of this name is to be shown, and how its literals are treated. */
    public Optional<Literals> command(CommandName name) {
        return Optional.ofNullable(commands.get(name)).or(() -> anyCommand);
    }

    /** Whether a command that the proxy doesn't know is to be shown, and how its literals are treated. */
    public Optional<Literals> unknownCommand(CommandName name) {
        return Optional.ofNullable(commands.get(name)).or(() -> unknownCommand).or(() -> anyCommand);
    }

    /** Whether a response of this name (data item, or status such as {@code OK}) is to be shown, and how. */
    public Optional<Literals> response(ResponseName name) {
        return Optional.ofNullable(responses.get(name)).or(() -> anyResponse);
    }

    /** Whether a command of this name is to be shown. */
    public boolean wants(CommandName name) {
        return anyCommand.isPresent() || commands.containsKey(name);
    }

    /** Whether a response of this name is to be shown. */
    public boolean wants(ResponseName name) {
        return anyResponse.isPresent() || responses.containsKey(name);
    }

    /** The commands that were asked for by name. */
    public Set<CommandName> commands() {
        return commands.keySet();
    }

    /** The responses that were asked for by name. */
    public Set<ResponseName> responses() {
        return responses.keySet();
    }

    /** Whether any command at all may be shown. */
    public boolean wantsCommands() {
        return anyCommand.isPresent() || unknownCommand.isPresent() || !commands.isEmpty();
    }

    /** Whether any response at all may be shown. */
    public boolean wantsResponses() {
        return anyResponse.isPresent() || !responses.isEmpty();
    }

    /** Whether the client's lines of data are to be shown, of commands that it asked for. */
    public boolean wantsData() {
        return data;
    }

    /** Whether lines are to be shown as they leave the proxy. */
    public boolean wantsSent() {
        return sent;
    }

    /** Whether {@link Interceptor#onEvent} is to be called. */
    public boolean wantsEvents() {
        return events;
    }

    /** Capabilities that are kept from the client. */
    public Set<Capability> hidden() {
        return hidden;
    }

    /** Exceptions from what is hidden. */
    public Set<Capability> kept() {
        return kept;
    }

    /** Capabilities that are announced beyond the server's. */
    public Set<Capability> added() {
        return added;
    }

    /** Whether commands wait for the result of one that changes the session's state; empty: as the role has it. */
    public Optional<Boolean> stateDependent() {
        return stateDependent;
    }

    /** Every way in which it says how literals are treated. */
    public Collection<Literals> literals() {
        List<Literals> all = new ArrayList<>(commands.values());
        all.addAll(responses.values());
        anyCommand.ifPresent(all::add);
        unknownCommand.ifPresent(all::add);
        anyResponse.ifPresent(all::add);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Interest that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(
                anyCommand,
                unknownCommand,
                commands,
                anyResponse,
                responses,
                hidden,
                kept,
                added,
                data,
                stateDependent,
                sent,
                events);
    }

    /** For people: what is seen, such as {@code commands=APPEND,LOGIN responses=* events}. */
    @Override
    public String toString() {
        return InterestWords.of(this, anyCommand.isPresent(), unknownCommand.isPresent(), anyResponse.isPresent());
    }
}
