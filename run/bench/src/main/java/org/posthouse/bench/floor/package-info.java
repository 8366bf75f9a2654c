/** The floor under the proxy: what Netty alone costs. */
@NullMarked
package org.posthouse.bench.floor;

import org.jspecify.annotations.NullMarked;
