/**
 * The load generator: sessions in a closed loop, each with one command outstanding. Every byte that comes back is
 * compared with what the sink sends, so a wrong tag, count, length or content is a wrong answer.
 *
 * <p>One event loop. All objects of a run live on it; the caller only waits.
 */
@NullMarked
package org.posthouse.bench.load;

import org.jspecify.annotations.NullMarked;
