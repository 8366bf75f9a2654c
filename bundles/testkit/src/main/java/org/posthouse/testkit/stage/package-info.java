/**
 * What the real engine stands on in a test: an event loop whose thread and time belong to the testkit, channels without
 * sockets, an allocator that counts, a pretended TLS. Not exported: here alone the testkit touches Netty.
 *
 * <p>One thread of its own is the event loop, so that a call from any other one is noticed. What is public may be called
 * from the test's thread and returns when nothing moves any more.
 */
@NullMarked
package org.posthouse.testkit.stage;

import org.jspecify.annotations.NullMarked;
