package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request comes from. A browser sends the password along with every request to this address, whichever page made it;
 * so what another site's page asks for must be told from what the console's own pages ask for. The Web Console itself doesn't.
 *
 * @param method in capitals
 * @param host the header {@code Host}
 * @param own the origin that our pages have, {@code http://HOST}
 * @param origin the header {@code Origin}, which browsers put on every POST
 * @param site the header {@code Sec-Fetch-Site}, which current browsers put on everything that they ask for on loopback
 * @param navigation whether somebody goes to this page, rather than a page asking for it
 * @param query whether anything stands behind a question mark
 * @param disguised whether it is a change in the clothes of a GET: the Web Console's configuration page takes these
 * @param scripted whether a header is there that no page can put on a request to another site
 */
record Provenance(
        String method,
        String host,
        String own,
        Optional<String> origin,
        Optional<String> site,
        boolean navigation,
        boolean query,
        boolean disguised,
        boolean scripted) {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final List<String> CHANGING = List.of("apply", "unbind", "delete", "action");

    static Provenance of(HttpServletRequest request) {
        String host = header(request, "Host").orElse("");
        boolean safe = safe(request);
        return new Provenance(
                request.getMethod(),
                host,
                request.getScheme() + "://" + host,
                header(request, "Origin"),
                header(request, "Sec-Fetch-Site"),
                header(request, "Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                        && header(request, "Sec-Fetch-Dest")
                                .filter("document"::equals)
                                .isPresent(),
                Optional.ofNullable(request.getQueryString()).isPresent(),
                // Only of a GET: reading a POST's parameters here would take the body from whom it is meant for.
                safe
                        && CHANGING.stream()
                                .anyMatch(name -> request.getParameterMap().containsKey(name)),
                header(request, "X-Requested-With").isPresent());
    }

    /** Asks for something and means no change by it; has no form. */
    static boolean safe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** What speaks against answering; empty if nothing does. */
    Optional<String> objection() {
        if (disguised) {
            return Optional.of("only a POST changes anything");
        }
        if (!SAFE.contains(method)) {
            boolean named = origin.map(own::equalsIgnoreCase).orElse(scripted);
            return named && fetchedByUs() ? Optional.empty() : Optional.of("this came from another site's page");
        }
        boolean visit = navigation && !query;
        return fetchedByUs() || visit ? Optional.empty() : Optional.of("another site's page asked for this");
    }

    /** As {@link #objection()}; moreover a name that somebody's DNS points to loopback is refused. */
    Optional<String> objectionOnLoopback() {
        return LOOPBACK.matcher(host).matches()
                ? objection()
                : Optional.of("use http://127.0.0.1 or http://localhost as the address");
    }

    private boolean fetchedByUs() {
        return site.map(OURS::contains).orElse(true);
    }
}
