package org.posthouse.admin;

import java.util.List;

/**
 * The proxy at one moment.
 *
 * @param readiness whether new clients should be sent here
 * @param listeners in the order of their names
 * @param jars what lies in the plugin folder, in the order of the files' names
 */
public record Status(Readiness readiness, List<ListenerStatus> listeners, List<JarStatus> jars) {

    /** Copies the lists. */
    public Status {
        listeners = List.copyOf(listeners);
        jars = List.copyOf(jars);
    }
}
