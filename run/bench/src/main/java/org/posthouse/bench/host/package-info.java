/**
 * What the operating system knows: CPU and memory of process trees, CPU of the whole machine. Linux only, reads
 * {@code /proc}.
 */
@NullMarked
package org.posthouse.bench.host;

import org.jspecify.annotations.NullMarked;
