package org.posthouse.console;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Requests as far as the pages look at them. */
final class Requests {

    private Requests() {}

    /** A request with this query, or an empty text for none, and these headers by name and value in turn. */
    static HttpServletRequest of(String method, String query, String... headers) {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        Map<String, String[]> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    parts[0],
                    new String[] {URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8)});
        }
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> {
                    String[] values = arguments == null ? null : parameters.get(String.valueOf(arguments[0]));
                    return switch (called.getName()) {
                        case "getMethod" -> method;
                        case "getScheme" -> "http";
                        case "getQueryString" -> query.isEmpty() ? null : query;
                        case "getHeader" -> named.get(String.valueOf(arguments[0]));
                        case "getParameterMap" -> parameters;
                        case "getParameter" -> values == null ? null : values[0];
                        default -> throw new UnsupportedOperationException(called.getName());
                    };
                });
    }
}
