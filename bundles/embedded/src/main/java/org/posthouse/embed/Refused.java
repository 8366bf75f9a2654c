package org.posthouse.embed;

import java.util.List;

/** What was asked for can't be done; nothing of it was. */
public final class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final List<String> reasons;

    Refused(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Every reason, one line each: {@code file=… key=… reason="…"} for keys, {@code listener=… state=taken} for ports. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
