package org.posthouse.admin;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One place in a listener's chain. Figures count since the listener was made and survive an update of the interceptor.
 *
 * @param id {@code id} or {@code id:instance}, as in the key {@code interceptors}
 * @param state whether somebody serves it
 * @param required whether the listener refuses new sessions while nobody does
 * @param role empty while nobody has ever served it
 * @param failure in which direction it fails
 * @param interest what it asked for last, in words; empty while no session has asked it
 * @param messages how many were shown to it: commands, data lines, responses
 * @param latency how long it took to decide
 * @param failures exceptions, impossible verdicts and deferrals that took too long
 * @param epoch of the chain since which it has been in this state
 * @param service the {@code service.id} of who serves it or, if shadowed, would
 */
public record SlotStatus(
        String id,
        SlotState state,
        boolean required,
        Optional<SlotRole> role,
        SlotFailure failure,
        String interest,
        long messages,
        Latency latency,
        long failures,
        long epoch,
        OptionalLong service) {}
