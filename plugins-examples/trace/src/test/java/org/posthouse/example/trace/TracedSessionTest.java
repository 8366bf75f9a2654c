package org.posthouse.example.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Message;
import org.posthouse.intercept.CommandVerdict;
import org.posthouse.intercept.CommandView;
import org.posthouse.intercept.DetachReason;
import org.posthouse.intercept.Direction;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.SentView;
import org.posthouse.intercept.SessionEvent;
import org.posthouse.intercept.TailView;

@Tag("unit")
class TracedSessionTest {

    private final List<String> printed = new ArrayList<>();
    private final TracedSession trace = new TracedSession("s-1", printed::add);

    @Test
    void shouldMarkEachDirectionWhenLinesPass() {
        printed.clear();
        assertEquals(CommandVerdict.pass(), trace.onCommand(new FakeCommand("a1 LOGIN ***"), new FakeExchange()));
        trace.onSent(new FakeLine(Direction.PROXY_TO_SERVER, "a1 LOGIN ***", false));
        assertEquals(ResponseVerdict.pass(), trace.onResponse(new FakeResponse("a1 OK done"), Optional.empty()));
        trace.onTail(new FakeLine(Direction.SERVER_TO_PROXY, ")", false));
        trace.onSent(new FakeLine(Direction.PROXY_TO_CLIENT, "a1 OK done", true));
        assertEquals(
                List.of(
                        "session=s-1 C→P a1 LOGIN ***",
                        "session=s-1 P→S a1 LOGIN ***",
                        "session=s-1 S→P a1 OK done",
                        "session=s-1 S→P )",
                        "session=s-1 P→C a1 OK done …"),
                printed);
    }

    @Test
    void shouldSayWhenItJoinsAndLeavesAndWhatHappens() {
        trace.onEvent(new SessionEvent.Greeted());
        trace.onDetach(DetachReason.LEFT_CHAIN);
        assertEquals(
                List.of(
                        "session=s-1 ---- trace joins",
                        "session=s-1 ---- Greeted[]",
                        "session=s-1 ---- trace leaves: LEFT_CHAIN"),
                printed);
    }

    private record FakeLine(Direction direction, String text, boolean truncated) implements TailView, SentView {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public OptionalLong literal() {
            return OptionalLong.empty();
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("a trace has no business with the octets");
        }

        @Override
        public Message message() {
            throw new AssertionError("nor with what it says");
        }

        @Override
        public boolean ours() {
            return false;
        }
    }

    private record FakeCommand(String text) implements CommandView {
        @Override
        public Direction direction() {
            return Direction.CLIENT_TO_PROXY;
        }

        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public OptionalLong literal() {
            return OptionalLong.empty();
        }

        @Override
        public boolean truncated() {
            return false;
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("a trace has no business with the octets");
        }

        @Override
        public Message message() {
            throw new AssertionError("nor with what it says");
        }

        @Override
        public String tag() {
            return "a1";
        }

        @Override
        public CommandName name() {
            return CommandName.LOGIN;
        }
    }

    private record FakeResponse(String text) implements ResponseView {
        @Override
        public Direction direction() {
            return Direction.SERVER_TO_PROXY;
        }

        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public OptionalLong literal() {
            return OptionalLong.empty();
        }

        @Override
        public boolean truncated() {
            return false;
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("a trace has no business with the octets");
        }

        @Override
        public Message message() {
            throw new AssertionError("nor with what it says");
        }

        @Override
        public boolean tagged() {
            return true;
        }

        @Override
        public ResponseName name() {
            return ResponseName.of("OK");
        }
    }

    private record FakeExchange() implements Exchange {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public String tag() {
            return "a1";
        }

        @Override
        public CommandName command() {
            return CommandName.LOGIN;
        }

        @Override
        public Optional<String> origin() {
            return Optional.empty();
        }
    }
}
