package org.posthouse.proxy.listener;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which file a configuration came from.
 *
 * @param name the NAME of {@code org.posthouse.listener-NAME.cfg}, or of the PID where no file is involved
 * @param source what messages call it
 */
record Identity(String name, String source) {

    private static final String FILE = "felix.fileinstall.filename";
    private static final String PID = "service.pid";
    private static final String FACTORY = "org.posthouse.listener";

    static Identity of(Map<String, ?> raw) {
        Object file = raw.get(FILE);
        if (file != null) {
            Path path = path(file.toString());
            return new Identity(
                    name(String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", "")), path.toString());
        }
        String pid = String.valueOf(Optional.<Object>ofNullable(raw.get(PID)).orElse(FACTORY));
        return new Identity(name(pid), pid);
    }

    private static Path path(String file) {
        try {
            return Path.of(URI.create(file));
        } catch (IllegalArgumentException noUri) {
            return Path.of(file);
        }
    }

    private static String name(String pid) {
        // PID~NAME by the specification, PID-NAME by FileInstall's file names, PID.UUID by older Config Admins.
        boolean ours = pid.startsWith(FACTORY) && pid.length() > FACTORY.length() + 1;
        return ours ? pid.substring(FACTORY.length() + 1) : pid;
    }
}
