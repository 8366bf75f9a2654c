package org.posthouse.proxy.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of {@code interceptors}: {@code audit, capability:strict, other?, *}. */
final class InterceptorList {

    static final List<InterceptorRef> DEFAULT = List.of(new InterceptorRef.AnyOther());

    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern ENTRY = Pattern.compile("(" + WORD + ")(?::(" + WORD + "))?(\\?)?");

    private InterceptorList() {}

    static List<InterceptorRef> parse(String text) throws Refused {
        List<InterceptorRef> list = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String entry : Values.entries(text)) {
            if (seen.contains("*")) {
                throw new Refused(
                        entry.equals("*")
                                ? "'*' stands there twice"
                                : "'" + entry + "' stands behind '*', which must be last");
            }
            InterceptorRef ref = entry(entry);
            String slot = ref.match(InterceptorRef.Named::slot, () -> "*");
            if (!seen.add(slot)) {
                throw new Refused("'" + slot + "' stands there twice");
            }
            list.add(ref);
        }
        return List.copyOf(list);
    }

    private static InterceptorRef entry(String text) throws Refused {
        if (text.equals("*")) {
            return new InterceptorRef.AnyOther();
        }
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            throw new Refused("'" + text + "' is not ID, ID:INSTANCE, either with '?' behind it, or '*'");
        }
        return new InterceptorRef.Named(
                matcher.group(1), Optional.ofNullable(matcher.group(2)), matcher.group(3) != null);
    }

    /** True if the list holds the slot, an id whose instances it holds, or the {@code *} that stands for any. */
    static boolean admits(List<InterceptorRef> list, String slot) {
        return list.stream().anyMatch(ref -> ref.match(n -> n.slot().equals(slot) || n.id().equals(slot), () -> true));
    }

    static boolean slot(String text) {
        return ENTRY.matcher(text).matches() && !text.endsWith("?");
    }
}
