package org.posthouse.proxy.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posthouse.proxy.config.Custody;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.config.InterceptorRef;

/**
 * What a listener's configuration says of its chain. Immutable.
 *
 * @param order slots in order, {@code *} once at most and last
 * @param failure the operator's choice, by slot or by plain id
 * @param custody time-outs and budgets
 */
record ChainRules(List<InterceptorRef> order, Map<String, FailureMode> failure, Custody custody) {

    static final ChainRules NONE = new ChainRules(List.of(), Map.of(), Custody.DEFAULTS);

    /** In which direction a slot fails: the operator's word, else the author's. */
    FailureMode failure(String slot, FailureMode usual) {
        return chosen(slot, failure).orElse(usual);
    }

    Slot.Terms terms(String slot) {
        return new Slot.Terms(
                chosen(slot, custody.deferral()).orElse(Custody.USUAL_DEFERRAL).toNanos(),
                chosen(slot, custody.budget()).orElse(Custody.USUAL_BUDGET),
                custody.grace().toNanos());
    }

    /** Whether a slot stands there by name. */
    boolean names(String slot) {
        return order.stream().anyMatch(ref -> ref.match(named -> named.slot().equals(slot), () -> false));
    }

    /** Whether a slot may stand there, by name or by {@code *}. */
    boolean admits(String slot) {
        return order.stream().anyMatch(ref -> ref.match(named -> named.slot().equals(slot), () -> true));
    }

    private static <T> Optional<T> chosen(String slot, Map<String, T> by) {
        String id = slot.contains(":") ? slot.substring(0, slot.indexOf(':')) : slot;
        return Optional.ofNullable(by.get(slot)).or(() -> Optional.ofNullable(by.get(id)));
    }
}
