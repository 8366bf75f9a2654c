package org.posthouse.proxy.plugin;

import java.util.List;
import org.posthouse.admin.JarStatus;

/** Who is told what becomes of the jars; called by one thread. */
interface JarRecord {

    /** A jar's state, reason or content is another than what was told of it last. */
    void changed(JarStatus jar);

    /** A jar has been taken away. */
    void removed(JarStatus jar);

    /** Each jar that lay there at start has been told of; called once. */
    void settled(List<JarStatus> jars);
}
