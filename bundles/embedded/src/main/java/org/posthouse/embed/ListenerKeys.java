package org.posthouse.embed;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of a listener, set one by one: the same keys and values as in {@code conf/org.posthouse.listener-NAME.cfg}. Nothing is
 * checked here but when a listener is made of them. Immutable: every method gives other keys.
 */
public final class ListenerKeys {

    private static final String TLS = "tls";
    private static final String UPSTREAM_TLS = "upstream.tls";

    private final Map<String, String> keys;

    private ListenerKeys(Map<String, String> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Listens there.
     *
     * @param host name, address, or {@code *} for every address of this machine
     * @param port 0 for one that the system chooses: {@link Posthouse#port} tells it
     */
    public static ListenerKeys listen(String host, int port) {
        return new ListenerKeys(Map.of("listen", endpoint(host, port)));
    }

    /** Keys as a file has them. */
    public static ListenerKeys of(Map<String, String> keys) {
        return new ListenerKeys(keys);
    }

    /** {@code tls = off}: clients talk in the clear. */
    public ListenerKeys plain() {
        return set(TLS, "off");
    }

    /** {@code tls = implicit}: TLS from the first byte (imaps). Both files are PEM and may be renewed while it runs. */
    public ListenerKeys implicitTls(Path certificate, Path key) {
        return set(TLS, "implicit").pair(certificate, key);
    }

    /** {@code tls = starttls-required}: no login before STARTTLS. Both files are PEM and may be renewed while it runs. */
    public ListenerKeys startTls(Path certificate, Path key) {
        return set(TLS, "starttls-required").pair(certificate, key);
    }

    /** The server behind it, in the clear. */
    public ListenerKeys upstreamPlain(String host, int port) {
        return upstream(host, port, "off");
    }

    /** The server behind it, by STARTTLS and never without. */
    public ListenerKeys upstreamStartTls(String host, int port) {
        return upstream(host, port, "starttls");
    }

    /** The server behind it, TLS from the first byte (imaps). */
    public ListenerKeys upstreamImplicitTls(String host, int port) {
        return upstream(host, port, "implicit");
    }

    /** Who vouches for the server's certificate, PEM; without this key those that Java trusts do. */
    public ListenerKeys upstreamTrust(Path authorities) {
        return set("upstream.trust", authorities.toString());
    }

    /** {@code interceptors}: ids in the order in which commands pass; {@code id?} may be missing, a last {@code *} is any other. */
    public ListenerKeys interceptors(String... ids) {
        return set("interceptors", String.join(",", ids));
    }

    /** Any other key, {@code timeout.drain} say: how long {@link Posthouse#close()} waits for sessions to end. */
    public ListenerKeys set(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new ListenerKeys(more);
    }

    /** The keys and their values. */
    public Map<String, String> asMap() {
        return Map.copyOf(keys);
    }

    private ListenerKeys pair(Path certificate, Path key) {
        return set("certificate", certificate.toString()).set("key", key.toString());
    }

    private ListenerKeys upstream(String host, int port, String tls) {
        return set("upstream", endpoint(host, port)).set(UPSTREAM_TLS, tls);
    }

    private static String endpoint(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
