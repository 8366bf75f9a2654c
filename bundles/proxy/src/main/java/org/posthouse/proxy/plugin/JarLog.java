package org.posthouse.proxy.plugin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.posthouse.admin.JarState;
import org.posthouse.admin.JarStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each change in one line, and what changed while the proxy was down. */
final class JarLog implements JarRecord {

    private static final Logger LOG = LoggerFactory.getLogger("org.posthouse.proxy.plugin");

    private final Optional<LastRun> last;
    private final Map<String, String> running = new HashMap<>();

    JarLog(Optional<LastRun> last) {
        this.last = last;
    }

    /** Remembers in the framework property {@code posthouse.data}'s folder, if there is one. */
    static JarLog in(BundleContext context) {
        return new JarLog(Optional.ofNullable(context.getProperty("posthouse.data"))
                .map(folder -> new LastRun(Path.of(folder).resolve("plugins.last"))));
    }

    @Override
    public void changed(JarStatus jar) {
        if (jar.state() == JarState.FAILED) {
            LOG.error("{}", line(jar));
        } else if (jar.reason().isEmpty()) {
            LOG.info("{}", line(jar));
        } else {
            LOG.warn("{}", line(jar));
        }
        remember(jar);
    }

    @Override
    public void removed(JarStatus jar) {
        LOG.info("plugin jar={} state=removed bundle={}", jar.jar(), jar.bundle());
        running.remove(jar.jar());
        last.ifPresent(run -> run.write(running));
    }

    @Override
    public void settled(List<JarStatus> jars) {
        last.ifPresent(run -> run.read().forEach((jar, bundle) -> compare(jar, bundle, jars)));
        last.ifPresent(run -> run.write(running));
    }

    private void remember(JarStatus jar) {
        if (jar.state() == JarState.ACTIVE && !jar.bundle().equals(running.put(jar.jar(), jar.bundle()))) {
            last.filter(LastRun::compared).ifPresent(run -> run.write(running));
        }
    }

    private static void compare(String jar, String bundle, List<JarStatus> jars) {
        Optional<JarStatus> now = jars.stream().filter(j -> j.jar().equals(jar)).findFirst();
        if (now.isEmpty()) {
            LOG.warn(
                    "plugin jar={} state=removed bundle={} reason=\"deleted while the proxy was down\" mend=\"put it"
                            + " back if that was not meant\"",
                    jar,
                    bundle);
        } else if (Versions.lower(now.get().bundle(), bundle)) {
            LOG.warn(
                    "plugin jar={} state={} bundle={} reason=\"{} ran before: downgraded while the proxy was down\""
                            + " mend=\"put the newer one back if that was not meant\"",
                    jar,
                    now.get().state().word(),
                    now.get().bundle(),
                    bundle);
        }
    }

    private static String line(JarStatus jar) {
        StringBuilder line = new StringBuilder("plugin jar=")
                .append(jar.jar())
                .append(" state=")
                .append(jar.state().word());
        append(line, " bundle=", jar.bundle(), "");
        append(line, " reason=\"", jar.reason(), "\"");
        append(line, " mend=\"", jar.mend().replace('"', '\''), "\"");
        return line.toString();
    }

    private static void append(StringBuilder line, String key, String value, String end) {
        if (!value.isEmpty()) {
            line.append(key).append(value).append(end);
        }
    }
}
