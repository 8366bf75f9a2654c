package org.posthouse.bench.compare;

import java.util.Map;

/**
 * One line of the table.
 *
 * @param own by the proxy's name, what this benchmark measured
 * @param shared by the proxy's name, what the shared bench measured; empty when it wasn't asked
 */
record Row(Scenario scenario, Map<String, Figures> own, Map<String, Double> shared) {}
