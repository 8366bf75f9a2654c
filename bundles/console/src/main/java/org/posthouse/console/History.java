package org.posthouse.console;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.posthouse.admin.Administration;
import org.posthouse.admin.ListenerStatus;
import org.posthouse.admin.Status;
import org.posthouse.admin.Traffic;
import org.posthouse.admin.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last quarter of an hour, so that a page that is opened now has something to draw: every two seconds the counters of all
 * listeners together. Looks from a thread of its own; the counters themselves cost the sessions nothing.
 */
@Component(service = History.class)
public final class History {

    static final int STEP_SECONDS = 2;
    private static final int KEPT = 15 * 60 / STEP_SECONDS;
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    /** The counters at one moment. */
    record Sample(Instant at, int sessions, Visits visits, Traffic traffic) {

        static Sample of(Instant at, Status status) {
            int sessions = 0;
            Visits visits = Visits.none();
            Traffic traffic = Traffic.none();
            for (ListenerStatus each : status.listeners()) {
                Visits its = each.visits();
                sessions += each.sessions();
                traffic = traffic.plus(each.traffic());
                visits = new Visits(
                        visits.opened() + its.opened(),
                        visits.loggedIn() + its.loggedIn(),
                        visits.loginsFailed() + its.loginsFailed());
            }
            return new Sample(at, sessions, visits, traffic);
        }
    }

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "posthouse-console-history");
        thread.setDaemon(true);
        return thread;
    });

    /** Called by Declarative Services: begins to look. */
    @Activate
    public History(@Reference(policyOption = ReferencePolicyOption.GREEDY) Administration proxy) {
        clock.scheduleAtFixedRate(() -> look(proxy), 0, STEP_SECONDS, TimeUnit.SECONDS);
    }

    private void look(Administration proxy) {
        try {
            add(Sample.of(Instant.now(), proxy.status()));
        } catch (RuntimeException failure) {
            // The proxy is leaving, or has a fault of its own; a task that throws would not be run again.
            LOG.warn("event=no-sample cause={}", failure.toString());
        }
    }

    private synchronized void add(Sample sample) {
        if (samples.size() == KEPT) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    /** The samples after that moment, the oldest first. */
    synchronized List<Sample> after(Instant moment) {
        return samples.stream().filter(s -> s.at().isAfter(moment)).toList();
    }

    /** Called by Declarative Services. */
    @Deactivate
    void deactivate() {
        clock.shutdownNow();
    }
}
