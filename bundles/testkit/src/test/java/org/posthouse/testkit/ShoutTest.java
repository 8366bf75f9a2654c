package org.posthouse.testkit;

import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

class ShoutTest {

    /** Refuses to make mailboxes that shout. */
    static final class Shout implements InterceptorFactory {

        @Override
        public Interest interest(SessionInfo info) {
            return Interest.of().commands(CommandName.CREATE).build();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {
                @Override
                public CommandVerdict onCommand(CommandView command, Exchange exchange) {
                    boolean loud = command.text().chars().noneMatch(Character::isLowerCase);
                    return loud ? CommandVerdict.no("not so loud") : CommandVerdict.pass();
                }
            };
        }
    }

    @Test
    void shouldRefuseShoutingWhenAMailboxIsMade() {
        try (Testkit kit = Testkit.with("shout", new Shout())) {
            kit.script("""
                    C: A1 CREATE LOUD
                    >C A1 NO posthouse: not so loud
                    >S

                    C>S a2 CREATE quiet
                    S>C a2 OK done
                    """);
        }
    }
}
