/** The feature in Apache Karaf, as whoever runs one installs it: by files in {@code deploy/} and {@code etc/}. */
@NullMarked
package org.posthouse.run.embed.karaf;

import org.jspecify.annotations.NullMarked;
