/**
 * How the proxy does, for machines that watch: {@code /metrics} in OpenMetrics text, {@code /health/live} and {@code
 * /health/ready} as Felix Health Checks and over HTTP.
 *
 * <p>Everything comes from {@link org.posthouse.admin.Administration#status()} at the moment when it is asked for; nothing is
 * kept here. Runs on threads of its own, never on an event loop. No name of a user, no address of a client is ever shown.
 *
 * <p>The endpoint listens where {@code org.posthouse.metrics.cfg} says and nowhere without it. It asks nobody for a password: keep it on
 * loopback.
 */
@NullMarked
package org.posthouse.metrics;

import org.jspecify.annotations.NullMarked;
