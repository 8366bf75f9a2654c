/**
 * Codec and chain without sockets, by JMH: nanoseconds and allocated bytes per message, beside a calibration in the same
 * run.
 */
@NullMarked
package org.posthouse.bench.micro;

import org.jspecify.annotations.NullMarked;
