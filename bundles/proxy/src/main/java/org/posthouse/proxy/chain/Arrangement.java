package org.posthouse.proxy.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.posthouse.proxy.config.FailureMode;
import org.posthouse.proxy.config.InterceptorRef;

/**
 * Puts the services that are there into the order of a listener's configuration. Made for one snapshot; not thread-safe.
 *
 * <p>Who has gone and failed closed keeps its place, empty: by its name, or where {@code *} had put it.
 */
final class Arrangement {

    private final ChainRules rules;
    private final List<Registered> available;
    private final Map<String, Gone> gone;
    private final Set<Long> quarantined;
    private final Set<String> off;
    private final Function<String, Figures> figures;
    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /** Who served a slot last, and when it left. */
    record Gone(Registered last, long since) {}

    Arrangement(
            ChainRules rules,
            List<Registered> available,
            Map<String, Gone> gone,
            Set<Long> quarantined,
            Set<String> off,
            Function<String, Figures> figures) {
        this.rules = rules;
        this.available = available;
        this.gone = gone;
        this.quarantined = quarantined;
        this.off = off;
        this.figures = figures;
    }

    List<Slot> slots() {
        for (InterceptorRef ref : rules.order()) {
            ref.match(this::named, this::anyOther);
        }
        return slots;
    }

    /** Services whose id another one has. */
    List<Registered> shadowed() {
        Set<Long> serving = new HashSet<>();
        slots.forEach(s -> s.served().ifPresent(r -> serving.add(r.serviceId())));
        return available.stream()
                .filter(r -> taken.contains(r.id()) && !serving.contains(r.serviceId()))
                .toList();
    }

    private boolean named(InterceptorRef.Named ref) {
        String id = ref.slot();
        taken.add(id);
        Optional<Registered> there =
                available.stream().filter(r -> r.id().equals(id)).findFirst();
        Optional<Gone> left = Optional.ofNullable(gone.get(id));
        if (there.isPresent()) {
            slots.add(served(there.get(), !ref.optional()));
        } else if (!ref.optional() || left.filter(this::fails).isPresent()) {
            slots.add(vacant(id, left, !ref.optional()));
        }
        return true;
    }

    private boolean anyOther() {
        List<Registered> all = new ArrayList<>(available);
        gone.values().stream().filter(this::fails).map(Gone::last).forEach(all::add);
        all.sort(Registered.ORDER);
        Set<String> present = new HashSet<>();
        available.forEach(r -> present.add(r.id()));
        for (Registered each : all) {
            boolean serves = available.contains(each);
            if ((serves || !present.contains(each.id())) && taken.add(each.id())) {
                slots.add(
                        serves
                                ? served(each, false)
                                : vacant(each.id(), Optional.ofNullable(gone.get(each.id())), false));
            }
        }
        return true;
    }

    private boolean fails(Gone left) {
        return rules.failure(left.last().id(), left.last().failure()) == FailureMode.CLOSED;
    }

    private Slot served(Registered by, boolean required) {
        return new Slot(
                by.id(),
                Optional.of(by),
                required,
                rules.failure(by.id(), by.failure()),
                rules.terms(by.id()),
                suspension(by.id(), quarantined.contains(by.serviceId())),
                0,
                figures.apply(by.id()));
    }

    /** Nobody knows the role of who was never there: closed unless the operator chose open. */
    private Slot vacant(String id, Optional<Gone> left, boolean required) {
        FailureMode usual = left.map(g -> g.last().failure()).orElse(FailureMode.CLOSED);
        Slot.Terms terms = rules.terms(id);
        long since = left.map(Gone::since).orElse(Slot.NEVER_SERVED);
        return new Slot(
                id,
                Optional.empty(),
                required,
                rules.failure(id, usual),
                terms,
                suspension(id, false),
                since,
                figures.apply(id));
    }

    private Slot.Suspension suspension(String id, boolean failed) {
        if (off.contains(id)) {
            return Slot.Suspension.OFF;
        }
        return failed ? Slot.Suspension.QUARANTINED : Slot.Suspension.NONE;
    }
}
