/** Handshakes between embedded channels with either library, and renewed files. */
@NullMarked
package org.posthouse.proxy.tls;

import org.jspecify.annotations.NullMarked;
