/**
 * The comparison: starts the proxies pinned to one core, drives them in interleaved rounds, prints a table.
 *
 * <p>The process that runs it is the load generator; every process that it starts ends with it.
 */
@NullMarked
package org.posthouse.bench.compare;

import org.jspecify.annotations.NullMarked;
