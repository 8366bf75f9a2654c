package org.posthouse.launcher;

import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.Logger;

/** The settings of the framework and of FileInstall; each line is there because its default cost somebody something. */
final class FrameworkProperties {
    /** The files that FileInstall takes, by name. */
    static final String WATCHED = "(?!posthouse\\.cfg$)[^.].*\\.(jar|cfg|config)";

    private FrameworkProperties() {}

    static Map<String, Object> of(Folders folders, DataFolder data, Logger log) {
        Map<String, Object> settings = new HashMap<>();
        // Files are the only truth: a configuration or a jar deleted while we were down must not come back from a
        // store.
        settings.put("org.osgi.framework.storage", data.storage().toString());
        settings.put("org.osgi.framework.storage.clean", "onFirstInit");
        // The container goes on from there when the configuration files have been read.
        settings.put("org.osgi.framework.startlevel.beginning", Integer.toString(StartLevels.CONFIGURED));
        // A jar dropped in twice is one too many, not an update of the other one.
        settings.put("org.osgi.framework.bsnversion", "single");
        settings.put("felix.log.logger", log);
        settings.put("felix.log.level", "2");
        settings.putAll(watcher(folders, data));
        settings.put("posthouse.home", folders.home().toString());
        settings.put("posthouse.conf", folders.conf().toString());
        settings.put("posthouse.plugins", folders.plugins().toString());
        settings.put("posthouse.data", folders.data().toString());
        return settings;
    }

    private static Map<String, String> watcher(Folders folders, DataFolder data) {
        Map<String, String> settings = new HashMap<>();
        settings.put("felix.fileinstall.dir", folders.plugins() + "," + folders.conf());
        // Options.FILE is the launcher's.
        settings.put("felix.fileinstall.filter", WATCHED);
        // conf/examples and conf/tls are no bundles.
        settings.put("felix.fileinstall.subdir.mode", "skip");
        settings.put("felix.fileinstall.poll", "500");
        settings.put("felix.fileinstall.noInitialDelay", "true");
        settings.put("felix.fileinstall.tmpdir", data.watcherFiles().toString());
        // Its write-back raced its own first read and left files empty; our configuration is the operator's, not ours.
        settings.put("felix.fileinstall.enableConfigSave", "false");
        // One plugin dropped in must not restart others.
        settings.put("felix.fileinstall.optionalImportRefreshScope", "none");
        settings.put("felix.fileinstall.fragmentRefreshScope", "none");
        // Plugins start before the proxy and stop after it.
        settings.put("felix.fileinstall.start.level", Integer.toString(StartLevels.PLUGINS));
        settings.put("felix.fileinstall.log.level", "2");
        settings.put("felix.fileinstall.log.default", "jul");
        return settings;
    }
}
