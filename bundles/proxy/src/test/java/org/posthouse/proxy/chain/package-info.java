/** How a chain is put together from services and configuration, and what people may read of a line. */
@org.jspecify.annotations.NullMarked
package org.posthouse.proxy.chain;
