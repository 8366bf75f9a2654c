/**
 * A mail server in the proxy's own container, for somebody's first five minutes: IMAP over TLS on loopback, one account, a few messages, all in
 * memory. It starts with a configuration {@code org.posthouse.demo} and is gone with it. Not for the network, not for tests.
 */
@NullMarked
package org.posthouse.demo;

import org.jspecify.annotations.NullMarked;
