package org.posthouse.proxy.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.posthouse.imap.wire.ResponseHead.Status;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.proxy.chain.ChainSnapshot;
import org.posthouse.proxy.chain.SessionChain;
import org.posthouse.proxy.config.ClientTls;
import org.posthouse.proxy.config.ListenerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client, one server, what stands between them: wiring only, each part has a class of its own. Lives on the
 * client channel's event loop from the first to the last call.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String MISSING = "a required interceptor is missing";

    private final Gateway gateway;
    private final LoopSessions home;
    private final long number;
    private final Channel client;
    private final Gate clientGate;
    private final Relay toClient;
    private final ResponsePass responses;
    private final ContinuationLedger ledger = new ContinuationLedger();
    private final ExchangeTable exchanges = new ExchangeTable();
    private final Responder responder = new Responder(this);
    private final Admission admission = new Admission(this);
    private final Capabilities capabilities;
    private final SessionChain chain = new SessionChain(new ChainHost(this));
    private final Shown shown = new Shown(this, chain);
    private final Closing closing = new Closing(this);
    private final Facts facts = new Facts();
    private final Errands errands = new Errands(this);
    private final Visit visit = new Visit(this);
    private final Deadlines deadlines;
    private final CommandPass commands;
    private final Legs legs;
    private Optional<UpstreamOpening> opening = Optional.of(new UpstreamOpening(this));
    private SessionState state = new SessionState.Opening();
    private boolean encrypted;

    Session(Gateway gateway, Channel client, LoopSessions home) {
        this.gateway = gateway;
        this.home = home;
        this.client = client;
        this.number = home.listener().nextNumber();
        this.clientGate = new Gate(client);
        this.toClient = new Relay();
        this.toClient.to(client);
        this.legs = new Legs(this, client);
        this.responses = new ResponsePass(this, toClient);
        this.capabilities = new Capabilities(gateway.settings(), this, home.lists());
        this.commands = new CommandPass(this, clientGate, legs.toServer());
        this.deadlines = new Deadlines(this);
    }

    /** The client channel is registered on its loop. */
    void start() {
        home.add(this);
        visit.begin();
        clientGate.close(Gate.Reason.UPSTREAM);
        if (handshaking()) {
            gateway.clientTls().ifPresent(tls -> client.pipeline().addFirst(tls.handler(client.alloc())));
        }
        chain.adopt(home.listener().chain(), false);
        // Even a BYE goes out behind the handshake.
        if (!handshaking()) {
            begin();
        }
    }

    private void begin() {
        if (chain.closing().isPresent() || chain.refuses()) {
            end(Ending.unavailable(MISSING));
        } else {
            legs.dial();
        }
    }

    /** Whether the client still has to finish the handshake that comes before everything else. */
    boolean handshaking() {
        return settings().tls() == ClientTls.IMPLICIT && gateway.clientTls().isPresent() && !encrypted;
    }

    /** The client's TLS handshake is done: at the start, or by STARTTLS. */
    void clientEncrypted() {
        encrypted = true;
        if (state.ended()) {
            return;
        }
        if (opening.isPresent() && !legs.dialled()) {
            begin();
        } else {
            ClientStartTls.done(this);
        }
    }

    /** Takes over the server's greeting, or ours in its place, and lets the client speak. */
    void greet(Status status, Runnable greeting) {
        opening = Optional.empty();
        if (status == Status.PREAUTH) {
            toAuthenticated();
        } else {
            state = status == Status.BYE ? state.toLoggedOut() : state.toNotAuthenticated();
        }
        greeting.run();
        toClient.flush();
        event(new SessionEvent.Greeted());
        if (clientGate.open(Gate.Reason.UPSTREAM)) {
            commands.resume();
        }
    }

    /** The server went away after its greeting. */
    void serverGone(String reason) {
        responses.whenDecided(() -> {
            if (!state.ended()) {
                responses.endOfInput();
            }
            end(Ending.upstream(reason));
        });
    }

    /** The connection broke. The client isn't told how: exceptions are for logs. */
    void serverLost(String cause) {
        LOG.debug("session={} listener={} event=upstream-lost reason=\"{}\"", id(), listener(), cause);
        serverGone("the connection to the server was lost");
    }

    void upstreamFailed(String phase, String reason) {
        if (state.ended()) {
            return;
        }
        LOG.warn(
                "session={} listener={} upstream={} event=upstream-failed phase={} reason=\"{}\"",
                id(),
                listener(),
                settings().upstream(),
                opening.map(UpstreamOpening::stage).orElse(phase),
                reason);
        end(Ending.upstream("upstream failed (" + phase + ")"));
    }

    /** The server has taken a login. */
    void loggedIn(OpenExchange exchange) {
        toAuthenticated();
        capabilities.stale();
        facts.loggedIn(exchange);
        visit.loggedIn(exchange);
        event(new SessionEvent.Authenticated(facts.user()));
    }

    /** UNAUTHENTICATE has succeeded. */
    void loggedOff() {
        toNotAuthenticated();
        capabilities.stale();
        facts.forget();
        chain.resetInterests();
        event(new SessionEvent.Unauthenticated());
    }

    void toAuthenticated() {
        state = state.toAuthenticated();
        commands.commands().streaming(state.authenticated());
    }

    void toNotAuthenticated() {
        state = state.toNotAuthenticated();
        commands.commands().streaming(false);
    }

    void toLoggedOut() {
        state = state.toLoggedOut();
    }

    void toEnded() {
        state = new SessionState.Ended();
        clientGate.end();
    }

    /** Ends the session: at the next message boundary, or at once. */
    void end(Ending why) {
        closing.end(why);
    }

    /** A message of the server has ended: what waited for that is said now. */
    void boundary() {
        responder.boundary();
        closing.boundary();
    }

    /** Nobody wants to see numbered data, and nothing waits for the end of one. */
    boolean unattended() {
        return !chain.plan().numbered()
                && opening.isEmpty()
                && !responder.hasWaiting()
                && !closing.isWaiting()
                && !errands.isBusy();
    }

    /** Whether every command that went upstream has its result, and the client has it, too. */
    boolean quiet() {
        return exchanges.isEmpty() && !responses.deciding();
    }

    /** Whether the dialogue runs: greeted, not over. */
    boolean ready() {
        return opening.isEmpty() && !state.ended() && state.mayBye();
    }

    /** An exchange has its result, or never will have one. */
    void over(OpenExchange exchange) {
        if (!chain.isEmpty()) {
            chain.ended(exchange);
        }
        exchanges.recycle(exchange);
    }

    /** The chain lets no octet of a command under way go on. */
    void endByChain() {
        end(broken());
    }

    /** Nor of a response: what the client has of it will never be whole. */
    void breakOff() {
        end(broken().now());
    }

    private Ending broken() {
        String reason = chain.closing().orElse("an interceptor failed");
        return chain.closingCode()
                .map(code -> Ending.chosen(reason, Optional.of(code)))
                .orElseGet(() -> Ending.unavailable(reason));
    }

    /** An operator ends it. */
    void kick(String reason) {
        end(Ending.kicked(reason));
    }

    void drain() {
        closing.drain();
    }

    void drainNow() {
        closing.drainNow();
    }

    /** Completes when nothing of an interceptor that left is in flight any more. */
    CompletableFuture<Void> adopt(ChainSnapshot snapshot) {
        if (state.ended()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> left = chain.adopt(snapshot, true);
        if (chain.closing().isPresent() && !handshaking()) {
            end(Ending.unavailable(MISSING));
        }
        return left;
    }

    void event(SessionEvent event) {
        if (!chain.isEmpty() && !chain.event(event)) {
            endByChain();
        }
    }

    void tick(long now) {
        deadlines.tick(now);
    }

    /** Both legs are gone. */
    void gone() {
        home.remove(this);
    }

    /** Whether the listener offers STARTTLS to this client now. */
    boolean offersStartTls() {
        boolean configured = settings().tls() == ClientTls.STARTTLS || demandsTls();
        return configured && !encrypted && !state.authenticated() && !exchanges.loggingIn();
    }

    /**
     * Whether literals that the client sends without waiting ({@code {n+}}) are announced upstream as ones that wait: a
     * server that refuses the command then can't take their octets for commands that nobody here has seen (R1a). The
     * price is a round trip, so only where somebody looks.
     */
    boolean synchronises() {
        return !chain.isEmpty();
    }

    /** Whether the client must start TLS before anything else. */
    boolean demandsTls() {
        return settings().tls() == ClientTls.STARTTLS_REQUIRED && !encrypted;
    }

    boolean atBoundary() {
        return responses.atBoundary();
    }

    ListenerSettings settings() {
        return gateway.settings();
    }

    Gateway gateway() {
        return gateway;
    }

    ListenerSessions listenerSessions() {
        return home.listener();
    }

    SessionState state() {
        return state;
    }

    Channel client() {
        return client;
    }

    Channel server() {
        return legs.server();
    }

    Legs legs() {
        return legs;
    }

    Gate clientGate() {
        return clientGate;
    }

    Relay toClient() {
        return toClient;
    }

    Relay toServer() {
        return legs.toServer();
    }

    CommandPass commands() {
        return commands;
    }

    ResponsePass responses() {
        return responses;
    }

    ContinuationLedger ledger() {
        return ledger;
    }

    ExchangeTable exchanges() {
        return exchanges;
    }

    Responder responder() {
        return responder;
    }

    Admission admission() {
        return admission;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    SessionChain chain() {
        return chain;
    }

    Facts facts() {
        return facts;
    }

    /** From connecting to leaving: what is counted, and told the log. */
    Visit visit() {
        return visit;
    }

    Errands errands() {
        return errands;
    }

    Shown shown() {
        return shown;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Optional<UpstreamOpening> opening() {
        return opening;
    }

    ChannelHandler clientLeg() {
        return legs.clientLeg();
    }

    String id() {
        return listener() + "-" + Long.toString(number, Character.MAX_RADIX);
    }

    String listener() {
        return home.listener().listener();
    }

    boolean encrypted() {
        return encrypted;
    }

    /** The chain wants something else: what waits behind a barrier is looked at again. */
    void planChanged() {
        if (commands.barriers().update()) {
            commands.resume();
        }
    }
}
