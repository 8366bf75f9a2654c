package org.posthouse.bench.micro;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.framework.Constants;
import org.posthouse.imap.CommandName;
import org.posthouse.imap.ResponseName;
import org.posthouse.imap.token.WriteLimits;
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
import org.posthouse.proxy.chain.InterceptorTracker;

/**
 * Who looks at a session's FETCH responses.
 *
 * @param interest what each asks for
 * @param interceptor what each does
 * @param size how many there are
 * @param role whether they may decide
 * @param grows how many octets longer a response leaves than it came
 */
record Audience(Interest interest, Interceptor interceptor, int size, String role, int grows)
        implements InterceptorFactory {

    private static final Interest FETCHES =
            Interest.of().responses(ResponseName.FETCH).build();

    /** There, but for something else. */
    static Audience uninterested(int size) {
        return new Audience(Interest.of().commands(CommandName.LOGIN).build(), new Interceptor() {}, size, OBSERVE, 0);
    }

    /** Shown each response; they let it pass. */
    static Audience observers(int size) {
        return new Audience(FETCHES, new Interceptor() {}, size, OBSERVE, 0);
    }

    /** Parses each response and lets it pass. */
    static Audience parser() {
        return new Audience(FETCHES, new Parser(), 1, OBSERVE, 0);
    }

    /** Parses each response and puts {@code \Flagged} in the place of {@code \Seen}. */
    static Audience rewriter() {
        return new Audience(FETCHES, new Rewriter(), 1, MUTATE, "\\Flagged".length() - "\\Seen".length());
    }

    private static final class Parser implements Interceptor {
        @Override
        public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
            return response.view(FetchData.VIEW)
                    .value()
                    .<ResponseVerdict>map(said -> ResponseVerdict.pass())
                    .orElseThrow();
        }
    }

    private static final class Rewriter implements Interceptor {
        @Override
        public ResponseVerdict onResponse(ResponseView response, Optional<Exchange> exchange) {
            FetchData said = response.view(FetchData.VIEW).value().orElseThrow();
            List<FetchValue> values =
                    List.of(said.values().get(0), new FetchValue.Flags(List.of(Flag.of("\\Flagged"))));
            FetchData changed = new FetchData(said.number(), said.byUid(), values);
            return ResponseVerdict.rewrite(changed.into(response.message(), WriteLimits.PLAIN));
        }
    }

    /** Registers all of them. */
    void join(InterceptorTracker tracker) {
        IntStream.range(0, size)
                .forEach(i -> tracker.bind(
                        this,
                        Map.of(ID, "bench" + i, ROLE, role, CHANGES_CONTENT, "numbers", Constants.SERVICE_ID, (long)
                                i)));
    }

    @Override
    public Interest interest(SessionInfo info) {
        return interest;
    }

    @Override
    public Interceptor attach(Session session) {
        return interceptor;
    }
}
