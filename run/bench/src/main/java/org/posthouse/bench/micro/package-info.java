/**
 * What the framers cost alone: nanoseconds and allocated bytes per line, bytes per second of literals.
 */
@NullMarked
package org.posthouse.bench.micro;

import org.jspecify.annotations.NullMarked;
