package org.posthouse.bench.micro;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the calling thread allocated on the heap so far, in bytes. */
final class Allocated {
    private Allocated() {}

    static long bytes() {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
            return Long.parseLong(value.toString());
        } catch (JMException absent) {
            throw new IllegalStateException("this JVM doesn't count allocations", absent);
        }
    }
}
