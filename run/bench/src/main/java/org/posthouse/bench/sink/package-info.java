/**
 * A fast fake mail server. It knows only what the scenarios ask, answers the same bytes each time, and checks what is
 * appended.
 *
 * <p>What it answers is written down in {@code Answers}; the load generator expects exactly these bytes.
 */
@NullMarked
package org.posthouse.bench.sink;

import org.jspecify.annotations.NullMarked;
