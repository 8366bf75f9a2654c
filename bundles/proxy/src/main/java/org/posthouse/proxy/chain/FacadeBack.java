package org.posthouse.proxy.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.imap.token.TokenWriter;
import org.posthouse.intercept.AttachmentKey;
import org.posthouse.intercept.CommandResult;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.NotNow;
import org.posthouse.intercept.Upstream;

/** What interceptors do with their session, each for its own seat. Lives on its loop. */
final class FacadeBack {

    private static final Set<ResponseName> NEVER_CLAIMED = Set.of(
            ResponseName.EXISTS,
            ResponseName.EXPUNGE,
            ResponseName.RECENT,
            ResponseName.VANISHED,
            ResponseName.OK,
            ResponseName.NO,
            ResponseName.BAD,
            ResponseName.BYE,
            ResponseName.PREAUTH,
            ResponseNames.CONTINUATION);

    private final SessionCore core;
    private final Calls calls;
    private final SessionChain chain;
    private final Map<AttachmentKey<?>, Object> attachments = new HashMap<>();

    FacadeBack(SessionCore core, Calls calls, SessionChain chain) {
        this.core = core;
        this.calls = calls;
        this.chain = chain;
    }

    Facade facade(Seat seat) {
        return new Facade(core, new Back(seat));
    }

    /** Only of its own seat, only as long as it sits there. */
    private final class Back implements Facade.Back {

        private final Seat seat;

        Back(Seat seat) {
            this.seat = seat;
        }

        private Optional<Occupant> sitting(Facade of) {
            return seat.occupant().filter(who -> who.facade() == of);
        }

        @Override
        public void run(Facade of, String where, Runnable code) {
            sitting(of).filter(who -> !of.closed()).ifPresent(who -> {
                if (!calls.run(seat, who, where, code) && seat.closed()) {
                    core.fail("an interceptor failed");
                }
            });
        }

        @Override
        public void untagged(Facade of, Message response) {
            OurResponses.check(response);
            int octets = response.octets().length();
            if (!seat.fits(octets) || !calls.scope().take(octets)) {
                throw new IllegalStateException("over the budget of this interceptor");
            }
            seat.count(octets);
            core.untagged(response, () -> {
                seat.count(-octets);
                calls.scope().give(octets);
            });
        }

        @Override
        public void interest(Facade of, Interest changed) {
            Wish.check(changed, seat.closed());
            sitting(of).ifPresent(who -> {
                seat.wish(changed);
                chain.changed();
            });
        }

        @Override
        public Upstream upstream(Facade of) {
            return (name, arguments, claimed) -> send(of, name, arguments, claimed);
        }

        private CompletionStage<CommandResult> send(
                Facade of, CommandName name, Consumer<TokenWriter> arguments, Set<ResponseName> claimed) {
            if (claimed.stream().anyMatch(NEVER_CLAIMED::contains)) {
                throw new IllegalArgumentException("not to be kept from the client: " + claimed);
            }
            Optional<Occupant> who = sitting(of).filter(o -> !of.closed());
            if (who.isEmpty()) {
                return new CompletableFuture<>();
            }
            if (chain.responses().active()) {
                return CompletableFuture.failedFuture(new NotNow("a response is being decided on"));
            }
            Optional<Exchange> decided =
                    chain.commands().isAt(seat) ? chain.commands().deciding() : Optional.empty();
            CompletableFuture<CommandResult> result = new CompletableFuture<>();
            Occupant sender = who.get();
            sender.hold();
            core.send(new OwnCommand(seat, name, arguments, Set.copyOf(claimed), decided))
                    .whenComplete((done, failure) -> {
                        run(of, "send", () -> complete(result, done, failure));
                        chain.released(seat, sender);
                    });
            return result;
        }

        private void complete(CompletableFuture<CommandResult> result, CommandResult done, Throwable failure) {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(done);
            }
        }

        @Override
        public <T> Optional<T> attachment(AttachmentKey<T> key) {
            return Optional.ofNullable(attachments.get(key)).map(key.type()::cast);
        }

        @Override
        public <T> void attach(AttachmentKey<T> key, T value) {
            attachments.put(key, key.type().cast(value));
        }
    }
}
