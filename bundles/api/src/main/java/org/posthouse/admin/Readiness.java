package org.posthouse.admin;

import java.util.List;

/**
 * Whether new clients should be sent here, with all reasons for or against.
 *
 * @param reasons what keeps it from being ready, and what is only worth knowing ({@link Reason#blocks()} tells which)
 */
public record Readiness(List<Reason> reasons) {

    /** Copies the list. */
    public Readiness {
        reasons = List.copyOf(reasons);
    }

    /** True if no reason is against it. */
    public boolean ready() {
        return reasons.stream().noneMatch(Reason::blocks);
    }
}
