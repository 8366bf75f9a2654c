package org.posthouse.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;

/** What an author may rely on without any engine. */
@Tag("unit")
class InterestTest {

    private static final SessionEvent.Cases<String> NAMES = new SessionEvent.Cases<>() {
        @Override
        public String greeted(SessionEvent.Greeted event) {
            return "greeted";
        }

        @Override
        public String tlsStarted(SessionEvent.TlsStarted event) {
            return "tls";
        }

        @Override
        public String authenticated(SessionEvent.Authenticated event) {
            return "in";
        }

        @Override
        public String unauthenticated(SessionEvent.Unauthenticated event) {
            return "out";
        }

        @Override
        public String selected(SessionEvent.Selected event) {
            return "selected " + event.mailbox().name();
        }

        @Override
        public String unselected(SessionEvent.Unselected event) {
            return "unselected";
        }

        @Override
        public String idling(SessionEvent.Idling event) {
            return "idling";
        }

        @Override
        public String closing(SessionEvent.Closing event) {
            return "closing " + event.reason();
        }
    };

    @Test
    void shouldBeNoneWhenNothingWasAskedFor() {
        assertTrue(Interest.none().isNone());
        assertTrue(Interest.of().build().isNone());
        assertFalse(Interest.of().events().build().isNone());
        assertFalse(Interest.of().sent().build().isNone());
        assertFalse(Interest.of().responses(ResponseName.BYE).build().isNone());
    }

    @Test
    void shouldWantOnlyWhatWasNamedWhateverItsCase() {
        Interest interest = Interest.of()
                .commands(CommandName.of("uid fetch"))
                .responses(ResponseName.of("exists"))
                .build();

        assertTrue(interest.wants(CommandName.UID_FETCH));
        assertFalse(interest.wants(CommandName.FETCH));
        assertTrue(interest.wants(ResponseName.EXISTS));
        assertFalse(interest.wants(ResponseName.EXPUNGE));
        assertTrue(interest.wantsCommands());
        assertTrue(interest.wantsResponses());
        assertFalse(interest.wantsSent());
        assertFalse(interest.wantsEvents());
    }

    @Test
    void shouldWantTheUnknownWhenEverythingWasAskedFor() {
        Interest interest = Interest.everything();

        assertTrue(interest.wants(CommandName.of("XFOO")));
        assertTrue(interest.wants(ResponseName.of("XBAR")));
        assertTrue(interest.wantsSent());
        assertTrue(interest.wantsEvents());
    }

    @Test
    void shouldNotChangeWhenItsBuilderGoesOn() {
        InterestBuilder builder = Interest.of().commands(CommandName.SELECT);
        Interest before = builder.build();

        builder.anyCommand();

        assertFalse(before.wants(CommandName.NOOP));
    }

    @Test
    void shouldPassWhenAnInterceptorOverridesNothing() {
        Interceptor silent = new Interceptor() {};

        assertEquals(CommandVerdict.pass(), silent.onCommand(noCommand(), noExchange()));
        assertEquals(ResponseVerdict.pass(), silent.onResponse(noResponse(), Optional.empty()));
    }

    @Test
    void shouldReachTheCaseOfEachEvent() {
        assertEquals("greeted", new SessionEvent.Greeted().match(NAMES));
        assertEquals("tls", new SessionEvent.TlsStarted().match(NAMES));
        assertEquals("in", new SessionEvent.Authenticated(Optional.empty()).match(NAMES));
        assertEquals("out", new SessionEvent.Unauthenticated().match(NAMES));
        assertEquals("closing drained", new SessionEvent.Closing("drained").match(NAMES));
    }

    private static CommandView noCommand() {
        return unused(CommandView.class);
    }

    private static ResponseView noResponse() {
        return unused(ResponseView.class);
    }

    private static Exchange noExchange() {
        return unused(Exchange.class);
    }

    /** A default method must not look at what it gets. */
    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                }));
    }
}
