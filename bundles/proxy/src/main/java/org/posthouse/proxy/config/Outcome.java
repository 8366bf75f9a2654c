package org.posthouse.proxy.config;

import java.util.List;
import java.util.function.Function;

/** What reading a listener's configuration came to. */
public sealed interface Outcome {

    /**
     * It can run.
     *
     * @param settings complete and consistent; the files they name were readable when this was made
     * @param warnings what should be said at each start
     */
    record Valid(ListenerSettings settings, List<Warning> warnings) implements Outcome {
        public Valid {
            warnings = List.copyOf(warnings);
        }

        @Override
        public <R> R match(Function<Valid, R> valid, Function<Faulty, R> faulty) {
            return valid.apply(this);
        }
    }

    /**
     * It can't run.
     *
     * @param faults everything that is wrong, one at least
     */
    record Faulty(List<Fault> faults) implements Outcome {
        public Faulty {
            faults = List.copyOf(faults);
        }

        @Override
        public <R> R match(Function<Valid, R> valid, Function<Faulty, R> faulty) {
            return faulty.apply(this);
        }
    }

    /** Calls the function of this kind. */
    <R> R match(Function<Valid, R> valid, Function<Faulty, R> faulty);
}
