package org.posthouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.Octets;
import org.posthouse.imap.token.Parsed;
import org.posthouse.imap.view.CapabilityData;
import org.posthouse.imap.view.Envelope;
import org.posthouse.imap.view.FetchData;
import org.posthouse.imap.view.FetchValue;
import org.posthouse.imap.view.Flag;
import org.posthouse.intercept.Exchange;
import org.posthouse.intercept.Interceptor;
import org.posthouse.intercept.InterceptorFactory;
import org.posthouse.intercept.Interest;
import org.posthouse.intercept.ResponseVerdict;
import org.posthouse.intercept.ResponseView;
import org.posthouse.intercept.Session;
import org.posthouse.intercept.SessionInfo;

/** The examples of docs/writing-interceptors.md that read and change what a server says; {@link GuidePageTest} compares. */
@Tag("embedded")
class ResponseViewsTest {

    /** Clients don't get to see the keyword $Internal. */
    static final class HiddenFlag implements InterceptorFactory {

        private static final Flag INTERNAL = Flag.of("$Internal");

        @Override
        public Interest interest(SessionInfo info) {
            return Interest.of().responses(ResponseName.FETCH).build();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {
                @Override
                public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                    return response.view(FetchData.VIEW).match(new Parsed.Cases<FetchData, ResponseVerdict>() {
                        @Override
                        public ResponseVerdict valid(Parsed.Valid<FetchData> read) {
                            FetchData said = read.result();
                            List<FetchValue> shown = said.values().stream()
                                    .map(HiddenFlag::without)
                                    .toList();
                            return response.truncated() || shown.equals(said.values())
                                    ? ResponseVerdict.pass()
                                    : ResponseVerdict.rewrite(new FetchData(said.number(), said.byUid(), shown)
                                            .into(response.message(), session.clientTakes()));
                        }

                        @Override
                        public ResponseVerdict malformed(Parsed.Malformed<FetchData> bad) {
                            return ResponseVerdict.pass(); // bad.position(), bad.reason(): goes on byte for byte
                        }

                        @Override
                        public ResponseVerdict absent() {
                            return ResponseVerdict.pass(); // in good order, but no FETCH
                        }
                    });
                }
            };
        }

        private static FetchValue without(FetchValue value) {
            return value instanceof FetchValue.Flags set
                    ? new FetchValue.Flags(set.flags().stream()
                            .filter(flag -> !flag.equals(INTERNAL))
                            .toList())
                    : value;
        }
    }

    /** What an observer keeps of what it sees. */
    private static final class Reader implements InterceptorFactory {

        private final List<String> seen = new ArrayList<>();

        @Override
        public Interest interest(SessionInfo info) {
            return Interest.of()
                    .responses(ResponseName.FETCH, ResponseName.CAPABILITY, ResponseName.OK)
                    .build();
        }

        @Override
        public Interceptor attach(Session session) {
            return new Interceptor() {
                @Override
                public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
                    response.view(FetchData.VIEW)
                            .value()
                            .flatMap(FetchData::envelope)
                            .flatMap(Envelope::subject)
                            .map(Octets::text)
                            .ifPresent(seen::add);
                    response.view(CapabilityData.ANYWHERE)
                            .value()
                            .map(CapabilityData::list)
                            .ifPresent(list -> seen.add(list.toString()));
                    response.view(FetchData.VIEW)
                            .malformed()
                            .ifPresent(bad -> seen.add(bad.position() + " " + bad.reason()));
                    return ResponseVerdict.pass();
                }
            };
        }
    }

    @Test
    void shouldChangeOneThingAndLeaveEachOtherOctet() {
        Testkit.with("hidden-flag", new HiddenFlag()).everySplit().script("""
                C>S a1 FETCH 1:4 ALL
                S: * 1 FETCH (ENVELOPE (NIL  "x" NIL NIL NIL NIL NIL NIL NIL NIL)  FLAGS (\\Seen $internal $Junk)  UID 007)
                >C * 1 FETCH (ENVELOPE (NIL  "x" NIL NIL NIL NIL NIL NIL NIL NIL)  FLAGS (\\Seen $Junk)  UID 007)
                S: * 2 FETCH (FLAGS ($Internal) BODY[] {5}
                S: hello UID  8)
                >C * 2 FETCH (FLAGS () BODY[] {5}
                >C hello UID  8)
                S>C * 3 FETCH (FLAGS  (\\Seen))
                S>C a1 OK done
                """);
    }

    @Test
    void shouldPassWhatIsMalformedByteForByte() {
        try (Testkit kit = Testkit.with("hidden-flag", new HiddenFlag())) {
            kit.script("""
                    C>S a1 FETCH 1 ALL
                    S>C * 1 FETCH (FLAGS ($Internal) UID nine
                    S>C a1 OK done
                    """);
        }
    }

    @Test
    void shouldPassALineThatIsTooLongToBeShownWhole() {
        for (String data : List.of(
                "FLAGS (\\Seen $Internal" + " kw".repeat(30_000) + ")",
                "FLAGS ($Internal) PREVIEW \"" + "x".repeat(70_000) + "\"")) {
            try (Testkit kit = Testkit.with("hidden-flag", new HiddenFlag())) {
                kit.script("C>S a1 FETCH 1 ALL\nS>C * 1 FETCH (" + data + ")\nS>C a1 OK done");
            }
        }
    }

    @Test
    void shouldReadWhatAServerSays() {
        Reader reader = new Reader();
        try (Testkit kit = Testkit.with("reader", reader)) {
            kit.script("""
                    C>S a1 FETCH 1 ALL
                    S>C * 1 FETCH (ENVELOPE (NIL "lunch" NIL NIL NIL NIL NIL NIL NIL NIL))
                    S>C * 2 FETCH (FLAGS
                    S>C a1 OK [CAPABILITY IMAP4rev1 IDLE] done
                    """);
        }
        assertTrue(reader.seen.contains("lunch"), reader.seen::toString);
        assertTrue(reader.seen.stream().anyMatch(said -> said.startsWith("[IMAP4rev1")), reader.seen::toString);
        assertEquals(
                1, reader.seen.stream().filter(said -> said.matches("\\d+ .*")).count(), reader.seen::toString);
    }
}
