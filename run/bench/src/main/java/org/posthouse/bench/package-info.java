/**
 * The benchmark: what a proxy costs per operation, and what the framers cost per line. A program, never deployed.
 *
 * <p>{@link org.posthouse.bench.Main} is one of three: the comparison (which is the load generator), the sink that
 * stands in for a mail server, the micro benchmark.
 */
@NullMarked
package org.posthouse.bench;

import org.jspecify.annotations.NullMarked;
