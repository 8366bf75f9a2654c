package org.posthouse.bench.compare;

import java.util.List;

/**
 * A proxy under test.
 *
 * @param jvm whether it is asked to collect its garbage before memory is read
 */
record Peer(String name, List<String> command, int plainPort, int tlsPort, boolean jvm) {
    int port(boolean tls) {
        return tls ? tlsPort : plainPort;
    }
}
