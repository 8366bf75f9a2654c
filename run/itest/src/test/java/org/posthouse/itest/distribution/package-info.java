/**
 * Layer S, the process: what {@code bin/posthouse} does as a program of its operating system: signals, exit codes, files that
 * are edited, appear and vanish while it runs.
 */
@NullMarked
package org.posthouse.itest.distribution;

import org.jspecify.annotations.NullMarked;
