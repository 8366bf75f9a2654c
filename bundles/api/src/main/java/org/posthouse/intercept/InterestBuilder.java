package org.posthouse.intercept;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posthouse.imap.Capability;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;

/** Collects an {@link Interest}; not thread-safe. What is said later of a name replaces what was said before. */
public final class InterestBuilder {

    final Map<CommandName, Literals> commands = new HashMap<>();
    final Map<ResponseName, Literals> responses = new HashMap<>();
    final Set<Capability> hidden = new HashSet<>();
    final Set<Capability> kept = new HashSet<>();
    final Set<Capability> added = new HashSet<>();
    Optional<Literals> anyCommand = Optional.empty();
    Optional<Literals> unknownCommand = Optional.empty();
    Optional<Literals> anyResponse = Optional.empty();
    Optional<Boolean> stateDependent = Optional.empty();
    boolean data;
    boolean sent;
    boolean events;

    InterestBuilder() {}

    /** Commands of these names, up to their first literal. */
    public InterestBuilder commands(CommandName... names) {
        return commands(Literals.skip(), List.of(names));
    }

    /** Commands of these names, up to their first literal. */
    public InterestBuilder commands(Collection<CommandName> names) {
        return commands(Literals.skip(), names);
    }

    /** Commands of these names, their literals treated so. */
    public InterestBuilder commands(Literals literals, CommandName... names) {
        return commands(literals, List.of(names));
    }

    /** Commands of these names, their literals treated so. */
    public InterestBuilder commands(Literals literals, Collection<CommandName> names) {
        names.forEach(name -> commands.put(name, literals));
        return this;
    }

    /** All commands, unknown ones too. */
    public InterestBuilder anyCommand() {
        return anyCommand(Literals.skip());
    }

    /** All commands, unknown ones too, their literals treated so. */
    public InterestBuilder anyCommand(Literals literals) {
        anyCommand = Optional.of(literals);
        return this;
    }

    /** Commands that the proxy doesn't know. */
    public InterestBuilder unknownCommands() {
        unknownCommand = Optional.of(Literals.skip());
        return this;
    }

    /** Responses of these names, up to their first literal: data such as {@code FETCH}, status such as {@code OK}. */
    public InterestBuilder responses(ResponseName... names) {
        return responses(Literals.skip(), names);
    }

    /** Responses of these names, their literals treated so. */
    public InterestBuilder responses(Literals literals, ResponseName... names) {
        for (ResponseName name : names) {
            responses.put(name, literals);
        }
        return this;
    }

    /** All responses, continuation requests and unknown data too. */
    public InterestBuilder anyResponse() {
        return anyResponse(Literals.skip());
    }

    /** All responses, their literals treated so. */
    public InterestBuilder anyResponse(Literals literals) {
        anyResponse = Optional.of(literals);
        return this;
    }

    /** The client's lines that answer continuation requests, of commands that are shown: SASL responses, DONE. */
    public InterestBuilder data() {
        data = true;
        return this;
    }

    /**
     * Capabilities that are kept from the client in every place where they are announced, and whose commands, arguments
     * and modifiers are refused. One without {@code =} hides all of its keyword: {@code AUTH} every mechanism.
     */
    public InterestBuilder hides(Collection<Capability> capabilities) {
        hidden.addAll(capabilities);
        return this;
    }

    /** Exceptions from what this interest hides: {@code AUTH=PLAIN} where {@code AUTH} is hidden. */
    public InterestBuilder keeps(Collection<Capability> capabilities) {
        kept.addAll(capabilities);
        return this;
    }

    /** Capabilities that are announced beyond the server's, in lists that it sends. Who adds one has to keep the promise. */
    public InterestBuilder adds(Collection<Capability> capabilities) {
        added.addAll(capabilities);
        return this;
    }

    /**
     * Whether a command must not be shown while the result of one is due that changes the session's state (SELECT, LOGIN
     * and others): it waits, in order. Default: yes for {@code role=mutate}, no for {@code role=observe}.
     */
    public InterestBuilder stateDependent(boolean yes) {
        stateDependent = Optional.of(yes);
        return this;
    }

    /** Lines as they leave the proxy, in both directions. */
    public InterestBuilder sent() {
        sent = true;
        return this;
    }

    /** Events of the session. */
    public InterestBuilder events() {
        events = true;
        return this;
    }

    /** The interest as collected so far. */
    public Interest build() {
        return new Interest(this);
    }
}
