package org.posthouse.intercept;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;

/**
 * What an interceptor wants to see. What nobody in a chain asked for is relayed without being assembled, parsed
 * or shown: ask for as little as you need. Immutable.
 */
public final class Interest {

    private static final Interest NONE = new Builder().build();

    private final boolean anyCommand;
    private final Set<CommandName> commands;
    private final boolean anyResponse;
    private final Set<ResponseName> responses;
    private final boolean sent;
    private final boolean events;

    private Interest(Builder b) {
        anyCommand = b.anyCommand;
        commands = Set.copyOf(b.commands);
        anyResponse = b.anyResponse;
        responses = Set.copyOf(b.responses);
        sent = b.sent;
        events = b.events;
    }

    /** Nothing at all: the interceptor is not in the session's chain. */
    public static Interest none() {
        return NONE;
    }

    /** Everything: each command, response, sent line and event. For traces; it has its price. */
    public static Interest everything() {
        return of().anyCommand().anyResponse().sent().events().build();
    }

    /** Begins with nothing. */
    public static Builder of() {
        return new Builder();
    }

    /** Whether nothing was asked for. */
    public boolean isNone() {
        return !anyCommand && !anyResponse && !sent && !events && commands.isEmpty() && responses.isEmpty();
    }

    /** Whether a command of this name is to be shown. */
    public boolean wants(CommandName name) {
        return anyCommand || commands.contains(name);
    }

    /** Whether a response of this name (data item, or status such as {@code OK}) is to be shown. */
    public boolean wants(ResponseName name) {
        return anyResponse || responses.contains(name);
    }

    /** Whether any command at all may be shown. */
    public boolean wantsCommands() {
        return anyCommand || !commands.isEmpty();
    }

    /** Whether any response at all may be shown. */
    public boolean wantsResponses() {
        return anyResponse || !responses.isEmpty();
    }

    /** Whether lines are to be shown as they leave the proxy. */
    public boolean wantsSent() {
        return sent;
    }

    /** Whether {@link Interceptor#onEvent} is to be called. */
    public boolean wantsEvents() {
        return events;
    }

    /** Collects an interest; not thread-safe. */
    public static final class Builder {

        private final Set<CommandName> commands = new HashSet<>();
        private final Set<ResponseName> responses = new HashSet<>();
        private boolean anyCommand;
        private boolean anyResponse;
        private boolean sent;
        private boolean events;

        private Builder() {}

        /** Commands of these names, with the client's lines that belong to them. */
        public Builder commands(CommandName... names) {
            return commands(List.of(names));
        }

        /** Commands of these names, with the client's lines that belong to them. */
        public Builder commands(Collection<CommandName> names) {
            commands.addAll(names);
            return this;
        }

        /** All commands, unknown ones too. */
        public Builder anyCommand() {
            anyCommand = true;
            return this;
        }

        /** Responses of these names: data such as {@code FETCH}, status such as {@code OK}, tagged or not. */
        public Builder responses(ResponseName... names) {
            responses.addAll(List.of(names));
            return this;
        }

        /** All responses, continuation requests and unknown data too. */
        public Builder anyResponse() {
            anyResponse = true;
            return this;
        }

        /** Lines as they leave the proxy, in both directions. */
        public Builder sent() {
            sent = true;
            return this;
        }

        /** Events of the session. */
        public Builder events() {
            events = true;
            return this;
        }

        /** The interest as collected so far. */
        public Interest build() {
            return new Interest(this);
        }
    }
}
