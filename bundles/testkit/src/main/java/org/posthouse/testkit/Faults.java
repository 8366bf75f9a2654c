package org.posthouse.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an interceptor did that its contract forbids, in the order in which it was noticed. Thread-safe. */
final class Faults {

    private final List<AssertionError> misuses = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    /** The contract was broken; where, is in the stack. */
    synchronized void misuse(String what) {
        misuses.add(new AssertionError(what));
    }

    /** It threw, or its verdict was none: what the engine takes as a failure. */
    synchronized void failed(String slot, String where, Throwable cause) {
        seen(slot);
        failures.add(new AssertionError(where + " threw " + cause, cause));
    }

    synchronized void failed(String slot, String what) {
        seen(slot);
        failures.add(new AssertionError(what));
    }

    /** What the engine has counted beyond what was seen here: it alone knows which verdicts are possible. */
    synchronized void counted(Map<String, Long> byEngine) {
        byEngine.forEach((slot, count) -> {
            for (long each = seen.getOrDefault(slot, 0L); each < count; each++) {
                failed(
                        slot,
                        slot
                                + " gave an impossible verdict, or a deferral that failed or took too long: the log says which");
            }
        });
    }

    /** The failures so far, which count as expected from now on. */
    synchronized List<Throwable> takeFailures() {
        List<Throwable> taken = List.copyOf(failures);
        failures.clear();
        return taken;
    }

    /** Everything that was not expected; afterwards there is nothing any more. */
    synchronized List<Throwable> take() {
        List<Throwable> all = new ArrayList<>(misuses);
        all.addAll(failures);
        misuses.clear();
        failures.clear();
        return all;
    }

    private void seen(String slot) {
        seen.merge(slot, 1L, Long::sum);
    }

    /** One error that says all of it. */
    static void verify(List<Throwable> wrong, String dialogue) {
        if (wrong.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("the contract was broken:");
        wrong.forEach(w -> message.append("\n    ").append(w.getMessage()));
        message.append("\n\nthe dialogue (C: S: sent, >C >S received):\n").append(dialogue);
        AssertionError failure = new AssertionError(message.toString(), wrong.get(0));
        wrong.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }
}
