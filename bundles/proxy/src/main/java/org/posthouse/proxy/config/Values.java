package org.posthouse.proxy.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of one value into what it means, or says what would have been right. Texts come stripped. */
final class Values {

    /** A function that may refuse. */
    interface Parser<T> {
        T parse(String text) throws Refused;
    }

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]*)");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]+\\]|[^:\\[\\]]+):(\\d{1,5})");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?");
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));
    private static final Map<String, Integer> SIZES = Map.of("", 1, "b", 1, "k", 1024, "kib", 1024, "mib", 1 << 20);

    private Values() {}

    static <E extends Enum<E> & Choice> Parser<E> oneOf(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.word().equals(text.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
            }
            String words =
                    Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
            throw new Refused("'" + text + "' is none of: " + words);
        };
    }

    /** A switch with a word for each of its two positions; the result is true for {@code on}. */
    static Parser<Boolean> either(String off, String on) {
        return text -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (!word.equals(off) && !word.equals(on)) {
                throw new Refused("'" + text + "' is none of: " + off + ", " + on);
            }
            return word.equals(on);
        };
    }

    static Endpoint listen(String text) throws Refused {
        Endpoint endpoint = endpoint(text, "127.0.0.1:1143, [::1]:1143 or *:1143");
        return endpoint;
    }

    static Endpoint upstream(String text) throws Refused {
        Endpoint endpoint = endpoint(text, "imap.example.org:993");
        if (endpoint.wildcard() || endpoint.port() == 0) {
            throw new Refused("'" + text + "' names no server; write it like imap.example.org:993");
        }
        return endpoint;
    }

    private static Endpoint endpoint(String text, String example) throws Refused {
        Matcher matcher = HOST_PORT.matcher(text);
        if (!matcher.matches()) {
            throw new Refused("'" + text + "' is not HOST:PORT; write it like " + example);
        }
        String written = matcher.group(1);
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
        int port = Integer.parseInt(matcher.group(2));
        boolean known = written.startsWith("[") ? AddressLiteral.parse(host).isPresent() : name(host);
        if (!known) {
            throw new Refused("'" + host + "' is neither a host name nor an address");
        }
        if (port > 65_535) {
            throw new Refused("port " + port + " is over 65535");
        }
        return new Endpoint(host, port);
    }

    private static boolean name(String host) {
        boolean numbersOnly = host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        return host.equals("*")
                || (numbersOnly
                        ? AddressLiteral.parse(host).isPresent()
                        : HOST.matcher(host).matches());
    }

    static Duration duration(String text) throws Refused {
        Matcher matcher = AMOUNT.matcher(text);
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new Refused("'" + text + "' is no time; write it like 500ms, 30s, 5min or 1h");
        }
        Duration duration = unit.multipliedBy(Long.parseLong(matcher.group(1)));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new Refused("'" + text + "' must be over 0 and 7 days at most");
        }
        return duration;
    }

    static Parser<Integer> size(int least, int most) {
        return text -> {
            Matcher matcher = AMOUNT.matcher(text);
            Integer unit = matcher.matches() ? SIZES.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
            if (unit == null) {
                throw new Refused("'" + text + "' is no size; write it like 8192, 64KiB or 1MiB");
            }
            return within(Long.parseLong(matcher.group(1)) * unit, least, most);
        };
    }

    static Parser<Integer> number(int least, int most) {
        return text -> {
            if (!text.matches("\\d{1,9}")) {
                throw new Refused("'" + text + "' is no number");
            }
            return within(Long.parseLong(text), least, most);
        };
    }

    private static int within(long value, int least, int most) throws Refused {
        if (value < least || value > most) {
            throw new Refused(value + " is not between " + least + " and " + most);
        }
        return (int) value;
    }

    /** The list's entries, empty ones refused; an empty text is an empty list. */
    static List<String> entries(String text) throws Refused {
        List<String> entries = new ArrayList<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (entry.isBlank()) {
                throw new Refused("an entry between two commas is empty");
            }
            entries.add(entry.strip());
        }
        return entries;
    }
}
