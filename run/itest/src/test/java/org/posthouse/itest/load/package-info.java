/**
 * Hundreds of sessions whose every octet is known in advance, on either side of the proxy: what is lost, doubled, changed
 * or out of order is found by the client or by the server that gets it. Blocking, a thread per connection and side.
 */
@NullMarked
package org.posthouse.itest.load;

import org.jspecify.annotations.NullMarked;
