package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.posthouse.admin.JarStatus;
import org.posthouse.proxy.config.OneLine;
import org.posthouse.proxy.plugin.InstalledPlugins.Plugin;

/** One jar through time: what it is, since when, and what can be said of it. Not thread-safe; asked with the time. */
final class JarCase {

    /** FileInstall's turn, before we judge a file or start a bundle ourselves to learn what is wrong with it. */
    static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    /** How long a bundle may take from being active to offering a service. */
    static final long SERVICE = TimeUnit.SECONDS.toNanos(2);

    /** How long something that served may be gone, as in an update, before it is said. */
    static final long CALM = TimeUnit.SECONDS.toNanos(1);

    private final Path jar;
    private final InstalledPlugins installed;
    private Print print;
    private JarFacts facts;
    private Optional<Plugin> plugin = Optional.empty();
    private String bundle = "";
    private long stamp;
    private long since;
    private Optional<Long> ran = Optional.empty();
    private Optional<Long> gone = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private boolean tried;
    private boolean pending = true;
    private Finding said = Finding.starting();

    JarCase(Path jar, Print print, InstalledPlugins installed, long now) {
        this.jar = jar;
        this.installed = installed;
        this.print = print;
        this.facts = JarFacts.read(jar);
        this.since = now;
    }

    /** Looks at the file and at its bundle; true if either has changed. */
    boolean look(Print file, long now) {
        boolean rewritten = !file.equals(print);
        if (rewritten) {
            print = file;
            facts = JarFacts.read(jar);
        }
        plugin = installed.find(jar);
        long stampNow = plugin.map(Plugin::stamp).orElse(0L);
        boolean changed = rewritten || stampNow != stamp;
        if (changed) {
            since = now;
            ran = Optional.empty();
            tried = false;
            trouble = Optional.empty();
        }
        stamp = stampNow;
        bundle = plugin.map(Plugin::name).orElseGet(facts::bundle);
        return changed;
    }

    /** The framework has changed: what couldn't start then may start now. */
    void retry() {
        tried = false;
    }

    /** True while FileInstall may still install it. */
    boolean awaited(long now) {
        return plugin.isEmpty() && absent(now, false).isEmpty();
    }

    /**
     * What is to be said of it now.
     *
     * @param complete no jar is awaited any more: what this one lacks won't come by itself
     * @param late nothing at all has happened for long
     */
    Finding judge(long now, boolean complete, boolean late) {
        Finding next = plugin.isPresent() ? present(plugin.get(), now, complete, late) : missing(now, late);
        // What served a moment ago may only be being updated.
        boolean held = said.serves() && !next.serves() && now - gone.orElse(now) < CALM;
        gone = next.serves() ? Optional.empty() : Optional.of(gone.orElse(now));
        pending = held || !next.decided();
        if (!pending) {
            said = next;
        }
        return pending ? Finding.starting() : next;
    }

    /** True if time alone may change what is to be said. */
    boolean restless() {
        return pending;
    }

    private Finding missing(long now, boolean late) {
        return absent(now, late).orElseGet(Finding::starting);
    }

    private Optional<Finding> absent(long now, boolean late) {
        if (now - since < GRACE) {
            return Optional.empty();
        }
        Optional<Finding> known = facts.hopeless().or(this::twin);
        return known.isPresent() || !late
                ? known
                : Optional.of(Finding.failed("was not installed", "copy it again; the log says more above"));
    }

    private Optional<Finding> twin() {
        return installed
                .twin(facts.name(), facts.version())
                .map(where -> Finding.failed(
                        "the bundle " + facts.bundle() + " is already there, from " + where,
                        "remove one of the two; if this one is to stay, copy it again then"));
    }

    private Finding present(Plugin here, long now, boolean complete, boolean late) {
        if (facts.hopeless().isPresent()) {
            Finding broken = facts.hopeless().get();
            String still =
                    here.running() ? "; " + here.name() + " of the file before runs on until the next start" : "";
            return now - since < GRACE ? Finding.starting() : Finding.failed(broken.reason() + still, broken.mend());
        }
        return here.running() ? running(here, now) : idle(here, now, complete, late);
    }

    private Finding running(Plugin here, long now) {
        ran = Optional.of(ran.orElse(now));
        Finding service = here.service();
        boolean young = now - ran.get() < SERVICE;
        if (service.serves()) {
            return service.reason().isEmpty() ? carried() : young ? Finding.starting() : service;
        }
        return young ? Finding.starting() : service;
    }

    private Finding carried() {
        return facts.copy().isEmpty()
                ? Finding.active()
                : Finding.remark(
                        "carries a copy of " + facts.copy() + ", which nobody uses",
                        "import the package, don't embed it: a copy of another version would keep it from being seen");
    }

    private Finding idle(Plugin here, long now, boolean complete, boolean late) {
        ran = Optional.empty();
        if (now - since < GRACE) {
            return Finding.starting();
        }
        Optional<Finding> obstacle = here.obstacle();
        if (obstacle.isEmpty() && !tried) {
            tried = true;
            trouble = here.start();
        }
        // What it lacks may be in a jar that comes next, so the reason counts only when all are there.
        if (!complete && !late) {
            return Finding.starting();
        }
        return obstacle.or(() -> trouble.map(JarCase::notStarted))
                .orElseGet(() -> late ? Finding.failed("does not start", "look above in the log") : Finding.starting());
    }

    private static Finding notStarted(String reason) {
        return Finding.failed(reason, "mend the cause and copy it again");
    }

    JarStatus status() {
        return new JarStatus(
                String.valueOf(jar.getFileName()), bundle, said.state(), OneLine.of(said.reason()), said.mend());
    }

    long stamp() {
        return stamp;
    }
}
